import { bodyOf, defineCheck, get, patch, resourceTypeOf } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'patch/qualified-core-path',
  title: 'PATCH takes a core attribute by its full name with the URN',
  proves: ['RFC7644-3.5.2-14', 'RFC7644-3.10-01'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ facts, given, send }) {
    const user = await given('User')
    const path = `${resourceTypeOf(facts, 'User')?.schema ?? URN.user}:title`
    const replaced = await send(patch(user.path, { op: 'add', path, value: '24-7' }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    claim('RFC7644-3.5.2-14', replaced).succeeds()
    claim('RFC7644-3.10-01', after).has('/title', '24-7')
  },

  counterexample: ({ replaced, after }) => ({
    replaced: answering(replaced, { status: 400 }),
    after: answering(after, { body: { ...bodyOf(after), title: null } }),
  }),
})
