import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { NEW, OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/add-replaces-single-valued',
  title: 'PATCH add replaces the value of a single-valued attribute',
  proves: ['RFC7644-3.5.2.1-07', 'RFC7644-3.5.2.1-09'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User', { title: OLD })
    const added = await send(patch(user.path, { op: 'add', path: 'title', value: NEW }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim) {
    claim('RFC7644-3.5.2.1-09', added).succeeds()
    claim('RFC7644-3.5.2.1-07', after).has('/title', NEW)
  },

  counterexample: ({ added, after }) => [
    { added: answering(added, { status: 409 }), after },
    { added, after: answering(after, { body: { ...bodyOf(after), title: OLD } }) },
  ],
})
