import { bodyOf, defineCheck, get, sameState } from '#check'
import { answering, type JsonObject, member } from '#scim'

export default defineCheck({
  id: 'delete/leaves-others-alone',
  title: 'Deleting one User leaves another as it was',
  proves: ['RFC7644-3.2-07'],
  needs: { resource: 'User' },

  async act({ given, send }) {
    const [goes, stays] = [await given('User'), await given('User')]
    const before = await send(get(stays.path))
    const gone = await send({ method: 'DELETE', path: goes.path })
    return { sent: stays.created, gone, before, after: await send(get(stays.path)) }
  },

  judge({ sent, before, after }, claim) {
    const names = Object.keys((sent.request.body ?? {}) as JsonObject).filter((name) => name !== 'schemas')
    claim('RFC7644-3.2-07', after).status(200)
    for (const name of ['id', 'meta', ...names]) {
      const expected = member(bodyOf(before), name) ?? null
      const actual = member(bodyOf(after), name) ?? null
      claim('RFC7644-3.2-07', after).holds(sameState(actual, expected), {
        expected,
        actual,
        pointer: `/${name}`,
      })
    }
  },

  counterexample: ({ sent, gone, before, after }) => ({
    sent,
    gone,
    before,
    after: answering(after, { status: 404, body: { detail: 'not found' } }),
  }),
})
