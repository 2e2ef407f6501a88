import type { Json, JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-certificates-in-one',
  title: 'All certificates of a user come in one value',
  breaks: ['RFC7643-4.1.2-29'],
  kernel: (plain) => ({
    project: (resource, model, options) => joined(plain.project(resource, model, options)),
  }),
})

function joined(user: JsonObject): JsonObject {
  const { x509Certificates: all } = user
  if (!Array.isArray(all) || all.length < 2) return user
  const bytes = all.map((one) => atob(String((one as JsonObject).value))).join('')
  const certificates: Json = [{ ...(all[0] as JsonObject), value: btoa(bytes) }]
  return { ...user, x509Certificates: certificates }
}
