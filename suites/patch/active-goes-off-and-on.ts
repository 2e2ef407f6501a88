import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/active-goes-off-and-on',
  title: 'PATCH switches active off and on again',
  proves: ['RFC7643-4.1.1-19', 'RFC7644-3.5.2.3-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active'] },
  breaks: 'Entra and Okta: withdraw access by PATCH of active; if it does not take, leavers keep theirs.',

  async act({ given, send }) {
    const user = await given('User', { active: true })
    const off = await send(patch(user.path, { op: 'replace', path: 'active', value: false }))
    const afterOff = await send(get(user.path))
    const on = await send(patch(user.path, { op: 'replace', path: 'active', value: true }))
    return { off, afterOff, on, afterOn: await send(get(user.path)) }
  },

  judge({ off, afterOff, on, afterOn }, claim) {
    claim('RFC7643-4.1.1-19', off).succeeds()
    const seen = claim('RFC7643-4.1.1-19', afterOff).status(200, reading('AMB-031/inactive-hidden', 404))
    if (afterOff.response?.status !== 404) {
      seen.has('/active', false)
      claim('RFC7644-3.5.2.3-02', afterOff).has('/active', false)
    }
    claim('RFC7643-4.1.1-19', on).succeeds()
    claim('RFC7643-4.1.1-19', afterOn).has('/active', true)
    claim('RFC7644-3.5.2.3-02', afterOn).has('/active', true)
  },

  counterexample: ({ afterOff, ...seen }) => ({
    ...seen,
    afterOff: answering(afterOff, { body: { ...bodyOf(afterOff), active: true } }),
  }),
})
