import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/replace-single-valued',
  title: 'PATCH replace gives a single-valued attribute its new value',
  proves: ['RFC7644-3.5.2.3-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User', { title: OLD })
    const replaced = await send(patch(user.path, { op: 'replace', path: 'title', value: NEW }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    claim('RFC7644-3.5.2.3-02', replaced).succeeds()
    claim('RFC7644-3.5.2.3-02', after).has('/title', NEW)
  },

  counterexample: ({ replaced, after }) => ({
    replaced,
    after: answering(after, { body: { ...bodyOf(after), title: OLD } }),
  }),
})
