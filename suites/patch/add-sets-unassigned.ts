import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { NEW } from './values.part.ts'

export default defineCheck({
  id: 'patch/add-sets-unassigned',
  title: 'PATCH add gives a value to an attribute without one',
  proves: ['RFC7644-3.5.2.1-04', 'RFC7644-3.5.2.1-08'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send }) {
    const user = await given('User')
    const added = await send(patch(user.path, { op: 'add', path: 'title', value: NEW }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim) {
    claim('RFC7644-3.5.2.1-04', added).succeeds()
    claim('RFC7644-3.5.2.1-08', after).has('/title', NEW)
  },

  counterexample: ({ added, after }) => [
    { added: answering(added, { status: 400 }), after },
    { added, after: answering(after, { body: { ...bodyOf(after), title: null } }) },
  ],
})
