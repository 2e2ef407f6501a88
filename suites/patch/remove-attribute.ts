import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/remove-attribute',
  title: 'PATCH remove unassigns a single-valued attribute',
  proves: ['RFC7644-3.5.2.2-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName'] },
  breaks: 'Better Auth: removals are acknowledged and never done (INC-007).',

  async act({ given, send }) {
    const user = await given('User', { title: '12-3', nickName: '45-6' })
    const remove = () => send(patch(user.path, { op: 'remove', path: 'title' }))
    const removed = await remove()
    const after = await send(get(user.path))
    return { removed, after, again: await remove(), afterAgain: await send(get(user.path)) }
  },

  judge({ removed, after, again, afterAgain }, claim) {
    claim('RFC7644-3.5.2.2-02', removed).succeeds()
    // AMB-057: that there is nothing to remove may be said with noTarget.
    claim('RFC7644-3.5.2.2-02', again).status(200, 204, 400)
    for (const seen of [after, afterAgain])
      claim('RFC7644-3.5.2.2-02', seen).status(200).lacks('/title').has('/nickName', '45-6')
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), title: '12-3' } }),
  }),
})
