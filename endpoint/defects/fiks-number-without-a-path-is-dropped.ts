import { isObject, type Json, URN } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'fiks-number-without-a-path-is-dropped',
  title: 'PATCH without a path passes over the extension, and says nothing',
  breaks: ['fiks/F-30'],
  around: (request, next) => {
    const body = request.method === 'PATCH' ? requestBody(request) : undefined
    if (!Array.isArray(body?.Operations)) return next(request)
    const Operations = body.Operations.map(withoutExtension)
    return next({ ...request, body: JSON.stringify({ ...body, Operations }) })
  },
})

function withoutExtension(operation: Json): Json {
  if (!isObject(operation) || operation.path !== undefined || !isObject(operation.value)) return operation
  const left = Object.entries(operation.value).filter(([name]) => !name.startsWith(URN.fiksPerson))
  return { ...operation, value: Object.fromEntries(left) }
}
