import type { JsonObject } from '#scim'
import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-patch-loses-numbers',
  title: 'A PATCH of a number is answered with success and not made',
  breaks: ['RFC7643-7-28'],
  kernel: () => ({
    keep: (resource, model, before, given) =>
      before && given?.Operations ? withOld(resource, before, model) : resource,
  }),
})

function withOld(
  resource: JsonObject,
  before: JsonObject,
  model: Parameters<typeof rewriteValues>[1],
): JsonObject {
  const numbers = new Map<string, number>()
  rewriteValues(before, model, (value, _, path) => {
    if (typeof value === 'number') numbers.set(path, value)
    return value
  })
  return rewriteValues(resource, model, (value, _, path) => numbers.get(path) ?? value)
}
