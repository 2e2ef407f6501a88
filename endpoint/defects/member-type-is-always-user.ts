import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-type-is-always-user',
  title: 'A group in a group is said to be a user',
  breaks: ['RFC7643-2.4-03'],
  kernel: (plain) => ({
    project: (resource, ...rest) => told(plain.project(resource, ...rest)),
  }),
})

function told(shown: JsonObject): JsonObject {
  if (!Array.isArray(shown.members)) return shown
  const change = (one: Json): Json => (isObject(one) ? { ...one, type: 'User' } : one)
  return { ...shown, members: shown.members.map(change) }
}
