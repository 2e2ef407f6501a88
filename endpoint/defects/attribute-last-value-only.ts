import type { JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-last-value-only',
  title: 'Of several roles or entitlements the last one is stored',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02', 'RFC7643-2.4-01'],
  kernel: () => ({
    keep: (resource) => ({ ...resource, ...lastOf(resource, 'roles'), ...lastOf(resource, 'entitlements') }),
  }),
})

function lastOf(resource: JsonObject, name: string): JsonObject {
  const values = resource[name]
  return Array.isArray(values) ? { [name]: values.slice(-1) } : {}
}
