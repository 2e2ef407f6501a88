import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/text-booleans-are-tolerated',
  title: 'active sent as the text False or True is stored as a boolean',
  proves: ['fiks/F-32'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active'] },
  breaks: 'Entra: sends "False" unless its newer dialect is switched on; refused, the leaver stays active.',

  async act({ given, send }) {
    const user = await given('User', { active: true })
    const off = await send(patch(user.path, { op: 'replace', path: 'active', value: 'False' }))
    const afterOff = await send(get(user.path))
    const on = await send(patch(user.path, { op: 'replace', path: 'active', value: 'True' }))
    return { off, afterOff, on, afterOn: await send(get(user.path)) }
  },

  judge({ off, afterOff, on, afterOn }, claim) {
    claim('fiks/F-32', off).succeeds()
    claim('fiks/F-32', afterOff).has('/active', false)
    claim('fiks/F-32', on).succeeds()
    claim('fiks/F-32', afterOn).has('/active', true)
  },

  counterexample: ({ afterOff, ...seen }) => ({
    ...seen,
    afterOff: answering(afterOff, { body: { ...bodyOf(afterOff), active: 'False' } }),
  }),
})
