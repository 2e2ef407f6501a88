import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/remove-needs-a-path',
  title: 'PATCH remove without a path is refused with noTarget',
  proves: ['RFC7644-3.5.2.2-01', 'RFC7644-3.5.2-08'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User', { title: OLD })
    const removed = await send(patch(user.path, { op: 'remove' }))
    const named = await send(patch(user.path, { op: 'remove', value: { title: OLD } }))
    return { removed, named, after: await send(get(user.path)) }
  },

  judge({ removed, named, after }, claim) {
    claim('RFC7644-3.5.2.2-01', removed).status(400).scimType('noTarget')
    claim('RFC7644-3.5.2-08', named).status(400)
    claim('RFC7644-3.5.2-08', after).has('/title', OLD)
  },

  counterexample: ({ removed, named, after }) => ({
    removed: answering(removed, { status: 204, body: undefined }),
    named: answering(named, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), title: null } }),
  }),
})
