import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-2026/active-is-kept',
  title: 'active is kept as it was sent, and as it was changed',
  proves: ['fiks/F-44'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active'] },

  async act({ given, send }) {
    const user = await given('User', { active: false })
    const before = await send(get(user.path))
    const changed = await send(patch(user.path, { op: 'replace', path: 'active', value: true }))
    return { before, changed, after: await send(get(user.path)) }
  },

  judge({ before, changed, after }, claim) {
    claim('fiks/F-44', before).has('/active', false)
    claim('fiks/F-44', changed).succeeds()
    claim('fiks/F-44', after).has('/active', true)
  },

  counterexample: ({ before, ...seen }) => ({
    ...seen,
    before: answering(before, { body: { ...bodyOf(before), active: true } }),
  }),
})
