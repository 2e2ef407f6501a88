import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/empty-operations',
  title: 'PATCH with no operation at all changes nothing',
  proves: ['RFC7644-3.5.2-04'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User', { title: '12-3' })
    return { sent: await send(patch(user.path)), after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    const accepted = [200, 204].map((status) => reading('AMB-067/empty-accepted', status))
    claim('RFC7644-3.5.2-04', sent).status(400, reading('AMB-036/422', 422), ...accepted)
    claim('RFC7644-3.5.2-04', after).has('/title', '12-3')
  },

  counterexample: ({ sent, after }) => [
    { sent: answering(sent, { status: 500 }), after },
    { sent, after: answering(after, { body: { ...bodyOf(after), title: null } }) },
  ],
})
