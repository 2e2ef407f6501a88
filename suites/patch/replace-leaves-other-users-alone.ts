import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/replace-leaves-other-users-alone',
  title: 'PATCH changes the addressed user and no other',
  proves: ['RFC7644-3.5.2.3-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const [user, neighbour] = [await given('User', { title: OLD }), await given('User', { title: OLD })]
    const replaced = await send(patch(user.path, { op: 'replace', path: 'title', value: NEW }))
    return { replaced, after: await send(get(user.path)), neighbour: await send(get(neighbour.path)) }
  },

  judge({ replaced, after, neighbour }, claim) {
    claim('RFC7644-3.5.2.3-02', replaced).succeeds()
    claim('RFC7644-3.5.2.3-02', after).has('/title', NEW)
    claim('RFC7644-3.5.2.3-02', neighbour).status(200).has('/title', OLD)
  },

  counterexample: ({ neighbour, ...seen }) => ({
    ...seen,
    neighbour: answering(neighbour, { body: { ...bodyOf(neighbour), title: NEW } }),
  }),
})
