import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-reference-leads-to-users',
  title: 'The reference to a group of a user leads to /Users',
  breaks: ['RFC7643-4.1.2-23'],
  kernel: (plain) => ({
    project: (resource, ...rest) => told(plain.project(resource, ...rest)),
  }),
})

function told(shown: JsonObject): JsonObject {
  if (!Array.isArray(shown.groups)) return shown
  const change = (group: Json): Json =>
    isObject(group) ? { ...group, $ref: String(group.$ref).replace('/Groups/', '/Users/') } : group
  return { ...shown, groups: shown.groups.map(change) }
}
