import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-value-is-its-name',
  title: 'The groups of a user are told by their names, not by their ids',
  breaks: ['RFC7643-4.1.2-22'],
  kernel: (plain) => ({
    project: (resource, ...rest) => told(plain.project(resource, ...rest)),
  }),
})

function told(shown: JsonObject): JsonObject {
  if (!Array.isArray(shown.groups)) return shown
  const change = (group: Json): Json => (isObject(group) ? { ...group, value: group.display ?? '' } : group)
  return { ...shown, groups: shown.groups.map(change) }
}
