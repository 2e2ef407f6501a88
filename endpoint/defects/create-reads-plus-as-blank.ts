import { isObject, type Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'create-reads-plus-as-blank',
  title: 'A plus sign in an e-mail address is stored as a blank',
  breaks: ['RFC7644-3.4-02'],
  because: 'Values decoded twice (fdipuma/scrima-dotnet#5)',
  kernel: () => ({
    keep: (resource) =>
      Array.isArray(resource.emails) ? { ...resource, emails: resource.emails.map(decoded) } : resource,
  }),
})

function decoded(email: Json): Json {
  return isObject(email) && typeof email.value === 'string'
    ? { ...email, value: email.value.replaceAll('+', ' ') }
    : email
}
