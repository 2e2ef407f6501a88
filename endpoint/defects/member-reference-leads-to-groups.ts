import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-reference-leads-to-groups',
  title: 'The reference to a user in a group leads to /Groups',
  breaks: ['RFC7643-4.2-05'],
  kernel: (plain) => ({
    project: (resource, ...rest) => told(plain.project(resource, ...rest)),
  }),
})

function told(shown: JsonObject): JsonObject {
  if (!Array.isArray(shown.members)) return shown
  const change = (one: Json): Json =>
    isObject(one) ? { ...one, $ref: String(one.$ref).replace('/Users/', '/Groups/') } : one
  return { ...shown, members: shown.members.map(change) }
}
