import { bodyOf, defineCheck } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'delete/user-name-can-be-used-again',
  title: 'A userName is free again after its User is deleted',
  proves: ['RFC7643-3.1-07', 'RFC7644-3.6-04', 'RFC7644-3.6-05'],
  needs: { resource: 'User' },
  breaks:
    'Better Auth: a returning employee could never be provisioned again (better-auth/better-auth#11111)',

  async act({ given, endpoint, send, blocked }) {
    const user = await given('User')
    const gone = await send({ method: 'DELETE', path: user.path })
    if (Math.trunc((gone.response?.status ?? 0) / 100) !== 2) blocked('the DELETE itself was refused')
    const again = await send({ method: 'POST', path: endpoint('User'), body: user.sent })
    return { gone, again }
  },

  judge({ gone, again }, claim) {
    const old = gone.request.path.split('/').at(-1) ?? ''
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
    const id = decodeURIComponent(gone.request.path.split('/').at(-1) ?? '')
    return [
      { gone, again: answering(again, { status: 409, body: { scimType: 'uniqueness' } }) },
      { gone, again: answering(again, { body: { ...bodyOf(again), id } }) },
    ]
  },
})
