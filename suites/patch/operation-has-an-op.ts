import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/operation-has-an-op',
  title: 'PATCH refuses an operation without an op and one it does not know',
  proves: ['RFC7644-3.5.2-05', 'RFC7644-3.5.2-06'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User', { title: OLD })
    const missing = await send(patch(user.path, { path: 'title', value: '24-7' }))
    const unknown = await send(patch(user.path, { op: 'upsert', path: 'title', value: '24-7' }))
    return { missing, unknown, after: await send(get(user.path)) }
  },

  judge({ missing, unknown, after }, claim) {
    claim('RFC7644-3.5.2-05', missing).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2-06', unknown).status(400, reading('AMB-036/422', 422))
    claim('RFC7644-3.5.2-05', after).has('/title', OLD)
  },

  counterexample: ({ missing, unknown, after }) => ({
    missing: answering(missing, { status: 500 }),
    unknown: answering(unknown, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), title: '24-7' } }),
  }),
})
