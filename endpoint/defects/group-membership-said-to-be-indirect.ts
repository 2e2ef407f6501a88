import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-membership-said-to-be-indirect',
  title: 'Every membership of a user is said to be an indirect one',
  breaks: ['RFC7643-4.1.2-20'],
  kernel: (plain) => ({
    project: (resource, ...rest) => told(plain.project(resource, ...rest)),
  }),
})

function told(shown: JsonObject): JsonObject {
  if (!Array.isArray(shown.groups)) return shown
  const change = (group: Json): Json => (isObject(group) ? { ...group, type: 'indirect' } : group)
  return { ...shown, groups: shown.groups.map(change) }
}
