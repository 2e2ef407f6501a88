import { bodyOf, defineCheck, escapeToken, get, patch, pointTo } from '#check'
import { answering, URN } from '#scim'

const PATH = `${URN.enterpriseUser}:manager`
const POINTER = `/${escapeToken(URN.enterpriseUser)}/manager`

export default defineCheck({
  id: 'patch/manager-comes-and-goes',
  title: 'PATCH sets and removes the manager by its full name',
  proves: ['RFC7644-3.5.2-14', 'RFC7644-3.5.2.2-02'],
  needs: { features: ['patch'], resource: 'User', attributes: [`${PATH}.value`] },
  breaks:
    'SCIM-SDK: a manager, once set, could not be taken away (Captain-P-Goldfish/SCIM-SDK#114). Cost: wrong access.',

  async act({ given, send, shared }) {
    // To be a manager changes nothing about the manager.
    const manager = await shared('User')
    const user = await given('User')
    const added = await send(patch(user.path, { op: 'add', path: PATH, value: { value: manager.id } }))
    const after = await send(get(user.path))
    const removed = await send(patch(user.path, { op: 'remove', path: PATH }))
    return { manager: manager.created, added, after, removed, afterRemove: await send(get(user.path)) }
  },

  judge({ manager, added, after, removed, afterRemove }, claim) {
    const expected = bodyOf(manager)?.id ?? pointTo(added.request.body, '/Operations/0/value/value') ?? null
    claim('RFC7644-3.5.2-14', added).succeeds()
    claim('RFC7644-3.5.2-14', after).has(`${POINTER}/value`, expected)
    claim('RFC7644-3.5.2.2-02', removed).succeeds()
    claim('RFC7644-3.5.2.2-02', afterRemove).status(200).lacks(`${POINTER}/value`)
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), [URN.enterpriseUser]: { manager: 'x' } } }),
    afterRemove: after,
  }),
})
