import { isObject, type Json } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'addresses-in-lower-case',
  title: 'E-mail addresses are stored in lower case',
  because: 'AMB-046',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      return Array.isArray(kept.emails) ? { ...kept, emails: kept.emails.map(lowered) } : kept
    },
  }),
})

function lowered(email: Json): Json {
  return isObject(email) && typeof email.value === 'string'
    ? { ...email, value: email.value.toLowerCase() }
    : email
}
