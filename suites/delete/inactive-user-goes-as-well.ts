import { defineCheck, get, isSuccess } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'delete/inactive-user-goes-as-well',
  title: 'A User that was inactive already can be deleted',
  proves: ['RFC7644-3.2-07', 'RFC7644-3.6-02', 'RFC7644-3.6-04'],
  needs: { resource: 'User', attributes: ['active'] },
  breaks: 'Providers deactivate first and delete weeks later: what then stays is kept against the law',

  async act({ given, endpoint, send, blocked }) {
    const user = await given('User', { active: false })
    const read = await send(get(user.path))
    if (!isSuccess(read)) blocked('the inactive User cannot be read')
    const gone = await send({ method: 'DELETE', path: user.path })
    const after = await send(get(user.path))
    return { gone, after, again: await send({ method: 'POST', path: endpoint('User'), body: user.sent }) }
  },

  judge({ gone, after, again }, claim) {
    claim('RFC7644-3.2-07', gone).succeeds()
    claim('RFC7644-3.6-02', after).status(404)
    claim('RFC7644-3.6-04', again).succeeds()
  },

  counterexample: ({ gone, after, again }) => ({
    gone: answering(gone, { status: 404 }),
    after: answering(after, { status: 200, body: { id: '1', active: false } }),
    again: answering(again, { status: 409, body: { scimType: 'uniqueness' } }),
  }),
})
