import type { Json, JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-by-the-first-value',
  title: 'A multi-valued attribute is sorted by its first value',
  breaks: ['RFC7644-3.4.2.3-05'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) => {
      const plainly = resources.map((resource) => ({ ...resource, emails: withoutPrimary(resource.emails) }))
      const sorted = plain.sort(plainly, model, path, order)
      return sorted.flatMap(({ id }) => resources.filter((one) => one.id === id))
    },
  }),
})

function withoutPrimary(emails: Json | undefined): Json {
  if (!Array.isArray(emails)) return null
  return emails.map((email) => ({ ...(email as JsonObject), primary: false }))
}
