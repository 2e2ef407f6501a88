import type { JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-first-only-shown',
  title: 'A user in several groups shows the first of them',
  breaks: ['RFC7643-4.1.2-22'],
  kernel: (plain) => ({
    project: (resource, ...rest) => first(plain.project(resource, ...rest)),
  }),
})

function first(shown: JsonObject): JsonObject {
  return Array.isArray(shown.groups) ? { ...shown, groups: shown.groups.slice(0, 1) } : shown
}
