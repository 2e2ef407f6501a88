import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { NEW } from './values.part.ts'

export default defineCheck({
  id: 'patch/replace-unassigned-acts-as-add',
  title: 'PATCH replace of an unassigned attribute adds the value',
  proves: ['RFC7644-3.5.2.3-04'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User')
    const replaced = await send(patch(user.path, { op: 'replace', path: 'title', value: NEW }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    claim('RFC7644-3.5.2.3-04', replaced).status(200, 204, reading('AMB-057/400', 400))
    if (replaced.response?.status !== 400) claim('RFC7644-3.5.2.3-04', after).has('/title', NEW)
  },

  counterexample: ({ replaced, after }) => [
    { replaced: answering(replaced, { status: 404 }), after },
    { replaced, after: answering(after, { body: { ...bodyOf(after), title: null } }) },
  ],
})
