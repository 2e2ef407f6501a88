import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/remove-attribute',
  title: 'PATCH remove unassigns a single-valued attribute',
  proves: ['RFC7644-3.5.2.2-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName'] },

  async act({ given, send }) {
    const user = await given('User', { title: '12-3', nickName: '45-6' })
    const removed = await send(patch(user.path, { op: 'remove', path: 'title' }))
    return { removed, after: await send(get(user.path)) }
  },

  judge({ removed, after }, claim) {
    claim('RFC7644-3.5.2.2-02', removed).succeeds()
    claim('RFC7644-3.5.2.2-02', after).status(200).lacks('/title').has('/nickName', '45-6')
  },

  counterexample: ({ removed, after }) => ({
    removed,
    after: answering(after, { body: { ...bodyOf(after), title: '12-3' } }),
  }),
})
