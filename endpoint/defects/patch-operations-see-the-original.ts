import { type JsonObject, sameJson } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-operations-see-the-original',
  title: 'Each operation is applied to the resource as it was at first',
  breaks: ['RFC7644-3.5.2-18'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const results = operations.map((operation) => plain.patch(resource, [operation], model, options))
      return Object.assign({}, resource, ...results.map((result) => changes(resource, result)))
    },
  }),
})

function changes(before: JsonObject, after: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !sameJson(value, before[name] ?? null)),
  )
}
