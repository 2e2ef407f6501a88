import { isObject, type Json, member } from '#scim'
import { requestBody } from '../deviation.ts'
import type { EndpointRequest, Handler, Reply } from '../exchange.ts'

/** A PATCH without the operations on certain paths; where none is left, nothing happens and all is well. */
export function withoutOperations(
  request: EndpointRequest,
  next: Handler,
  isSkipped: (path: string) => boolean,
): Reply {
  const body = request.method === 'PATCH' ? requestBody(request) : undefined
  const operations = Array.isArray(body?.Operations) ? body.Operations : []
  const left = operations.filter((one) => !isObject(one) || !isSkipped(pathOf(one)))
  if (!body || left.length === operations.length) return next(request)
  if (left.length === 0) return next({ ...request, method: 'GET', body: '' })
  return next({ ...request, body: JSON.stringify({ ...body, Operations: left }) })
}

function pathOf(operation: Json): string {
  return String(member(operation, 'path') ?? '')
}
