import { bodyOf, defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, URN } from '#scim'

const MANAGER = `/${escapeToken(URN.enterpriseUser)}/manager`

export default defineCheck({
  id: 'create/manager-is-kept',
  title: 'The manager of a new User is returned by id',
  proves: ['RFC7643-4.3-01', 'RFC7643-4.3-04'],
  needs: { resource: 'User', attributes: [`${URN.enterpriseUser}:manager.value`] },

  async act({ given, shared, mark, send }) {
    const manager = await shared('User')
    const claimed = { value: manager.id, displayName: mark('not the manager’s name') }
    const user = await given('User', { [URN.enterpriseUser]: { manager: claimed } })
    return { manager: await send(get(manager.path)), created: user.created, read: await send(get(user.path)) }
  },

  judge({ manager, created, read }, claim) {
    const id = pointTo(bodyOf(manager), '/id')
    const sent = pointTo(created.request.body, `${MANAGER}/displayName`) ?? null
    const name = pointTo(bodyOf(read), `${MANAGER}/displayName`)
    claim('RFC7643-4.3-01', read)
      .status(200)
      .has(`${MANAGER}/value`, id ?? null)
    claim('RFC7643-4.3-04', read).holds(name !== sent, {
      expected: 'the name that the target has for the manager, or none',
      actual: name,
      pointer: `${MANAGER}/displayName`,
    })
  },

  counterexample: ({ manager, created, read }) => {
    const displayName = pointTo(created.request.body, `${MANAGER}/displayName`) ?? null
    const wrong = { manager: { displayName } }
    return {
      manager,
      created,
      read: answering(read, { body: { ...bodyOf(read), [URN.enterpriseUser]: wrong } }),
    }
  },
})
