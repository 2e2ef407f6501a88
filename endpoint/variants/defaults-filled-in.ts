import { URN } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'defaults-filled-in',
  title: 'A new user gets values for what the client did not say',
  because: 'RFC7644-3.3-04',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      return before || model.core.id !== URN.user ? kept : { ...DEFAULTS, ...kept }
    },
  }),
})

const DEFAULTS = { active: true, preferredLanguage: 'nb-NO', timezone: 'Europe/Oslo', userType: 'employee' }
