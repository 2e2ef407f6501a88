import { type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-addresses-by-the-alphabet',
  title: 'E-mail addresses are kept in the order of the alphabet',
  breaks: ['fiks/F-42', 'kunnskap/K-07'],
  kernel: () => ({
    keep: (resource) =>
      Array.isArray(resource.emails) ? { ...resource, emails: resource.emails.toSorted(byValue) } : resource,
  }),
})

const byValue = (a: Json, b: Json) => (String(member(a, 'value')) < String(member(b, 'value')) ? -1 : 1)
