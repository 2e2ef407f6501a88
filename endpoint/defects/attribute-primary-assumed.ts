import { isObject, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-primary-assumed',
  title: 'A value without primary counts as primary in filters',
  breaks: ['RFC7643-2.4-05'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(filter, withPrimaries(resource), model),
  }),
})

function withPrimaries(resource: JsonObject): JsonObject {
  const { emails } = resource
  if (!Array.isArray(emails)) return resource
  return { ...resource, emails: emails.map((one) => (isObject(one) ? { primary: true, ...one } : one)) }
}
