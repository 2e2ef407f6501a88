import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/wrong-type-changes-nothing',
  title: 'PATCH with a value of the wrong type is refused',
  proves: ['RFC7644-3.5.2-10', 'RFC7644-3.5.2-13'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active', 'title'] },

  each: () => [
    { name: 'text-for-boolean', path: 'active', value: 'notaboolean' },
    { name: 'object-for-text', path: 'title', value: { text: '24-7' } },
  ],

  async act({ given, send, of }) {
    const user = await given('User', { active: true, title: '12-3' })
    const replaced = await send(patch(user.path, { op: 'replace', path: of.path, value: of.value }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    claim('RFC7644-3.5.2-13', replaced).status(400, reading('AMB-036/422', 422)).errorBody()
    claim('RFC7644-3.5.2-10', after).has('/active', true).has('/title', '12-3')
  },

  counterexample: ({ replaced, after }) => ({
    replaced: answering(replaced, { status: 200, body: bodyOf(after) }),
    after: answering(after, { body: { ...bodyOf(after), active: false } }),
  }),
})
