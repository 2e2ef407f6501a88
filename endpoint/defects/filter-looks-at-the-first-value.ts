import type { JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-looks-at-the-first-value',
  title: 'Of several values only the first is compared',
  breaks: ['RFC7644-3.4.2.2-36'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(filter, firstOnly(resource), model),
  }),
})

function firstOnly(resource: JsonObject): JsonObject {
  const entries = Object.entries(resource).map(([name, value]) => [
    name,
    Array.isArray(value) && name !== 'schemas' ? value.slice(0, 1) : value,
  ])
  return Object.fromEntries(entries) as JsonObject
}
