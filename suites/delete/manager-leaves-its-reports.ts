import { bodyOf, defineCheck, get, sameState } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'delete/manager-leaves-its-reports',
  title: 'Deleting a manager leaves those who report to them',
  proves: ['RFC7644-3.2-07'],
  needs: { resource: 'User', attributes: [`${URN.enterpriseUser}:manager.value`] },

  async act({ given, send }) {
    const manager = await given('User')
    const user = await given('User', { [URN.enterpriseUser]: { manager: { value: manager.id } } })
    const before = await send(get(user.path))
    const gone = await send({ method: 'DELETE', path: manager.path })
    return { before, gone, after: await send(get(user.path)) }
  },

  judge({ before, gone, after }, claim) {
    claim('RFC7644-3.2-07', gone).succeeds()
    claim('RFC7644-3.2-07', after).status(200)
    for (const name of ['id', 'userName', 'active', 'displayName', 'emails']) {
      const [expected, actual] = [before, after].map((one) => member(bodyOf(one), name) ?? null)
      claim('RFC7644-3.2-07', after).holds(sameState(actual, expected), {
        expected: expected ?? null,
        actual,
        pointer: `/${name}`,
      })
    }
  },

  counterexample: ({ before, gone, after }) => ({
    before,
    gone,
    after: answering(after, { status: 404, body: { detail: 'not found' } }),
  }),
})
