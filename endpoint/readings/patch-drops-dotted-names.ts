import { isObject, type Json, type JsonObject } from '#scim'
import { reading, requestBody } from '../deviation.ts'

export default reading({
  id: 'patch-drops-dotted-names',
  title: 'PATCH without a path passes over names that are paths',
  readings: ['AMB-060/dropped'],
  around: (request, next) => {
    const body = request.method === 'PATCH' ? requestBody(request) : undefined
    if (!Array.isArray(body?.Operations)) return next(request)
    const Operations = body.Operations.map((one) => withoutPaths(one as JsonObject))
    return next({ ...request, body: JSON.stringify({ ...body, Operations }) })
  },
})

function withoutPaths(operation: JsonObject): Json {
  const { path, value } = operation
  if (!isObject(operation) || path !== undefined || !isObject(value ?? null)) return operation
  const kept = Object.entries(value as JsonObject).filter(
    ([name, one]) => isObject(one) || !/[.:[]/.test(name),
  )
  return { ...operation, value: Object.fromEntries(kept) }
}
