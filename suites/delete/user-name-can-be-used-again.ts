import { bodyOf, defineCheck } from '#check'
import { answering, member } from '#scim'
import { deletedId, deleteUser } from './deletion.part.ts'

export default defineCheck({
  id: 'delete/user-name-can-be-used-again',
  title: 'A userName is free again after its User is deleted',
  proves: ['RFC7643-3.1-07', 'RFC7644-3.6-04', 'RFC7644-3.6-05'],
  needs: { resource: 'User' },
  breaks:
    'Better Auth: a returning employee could never be provisioned again (better-auth/better-auth#11111)',

  async act(act) {
    const { endpoint, send } = act
    const { user, gone } = await deleteUser(act)
    const again = await send({ method: 'POST', path: endpoint('User'), body: user.sent })
    return { gone, again }
  },

  judge({ gone, again }, claim) {
    const old = deletedId(gone)
    const id = member(bodyOf(again), 'id')
    claim('RFC7644-3.6-04', again).succeeds()
    claim('RFC7644-3.6-05', again).succeeds()
    claim('RFC7643-3.1-07', again).holds(typeof id !== 'string' || encodeURIComponent(id) !== old, {
      expected: `an id other than ${old}`,
      actual: id,
      pointer: '/id',
    })
  },

  counterexample: ({ gone, again }) => {
    const id = decodeURIComponent(deletedId(gone))
    return [
      { gone, again: answering(again, { status: 409, body: { scimType: 'uniqueness' } }) },
      { gone, again: answering(again, { body: { ...bodyOf(again), id } }) },
    ]
  },
})
