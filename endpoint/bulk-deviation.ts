import { isObject, type Json, type JsonObject, URN } from '#scim'
import { requestBody, rewritten } from './deviation.ts'
import { SCIM_JSON } from './errors.ts'
import type { EndpointRequest, Handler, Reply } from './exchange.ts'

/** The operations of a bulk request; `undefined` for any other, and for one that is malformed. */
export function operationsIn(request: EndpointRequest): JsonObject[] | undefined {
  if (request.method !== 'POST' || request.path !== '/Bulk') return undefined
  const operations = requestBody(request)?.Operations
  return Array.isArray(operations) && operations.length > 0 && operations.every(isObject)
    ? operations
    : undefined
}

/** The same bulk request with other members. */
export function bulkChanged(request: EndpointRequest, change: JsonObject): EndpointRequest {
  return { ...request, body: JSON.stringify({ ...requestBody(request), ...change }) }
}

/** The request with each operation changed, where it is a bulk request. */
export function operationsChanged(
  request: EndpointRequest,
  change: (operation: JsonObject, index: number, all: readonly JsonObject[]) => JsonObject,
): EndpointRequest {
  const operations = operationsIn(request)
  return operations ? bulkChanged(request, { Operations: operations.map(change) }) : request
}

/** The reply with other results, where it has some. */
export function resultsChanged(reply: Reply, change: (results: JsonObject[]) => Json[]): Reply {
  return rewritten(reply, (body) => {
    const results = body.Operations
    return Array.isArray(results) && results.every(isObject) ? { ...body, Operations: change(results) } : body
  })
}

/** The reply to a bulk request with each result changed. */
export function eachResult(
  request: EndpointRequest,
  next: Handler,
  change: (result: JsonObject, operation: JsonObject, results: readonly JsonObject[]) => JsonObject,
): Reply {
  const operations = operationsIn(request)
  if (!operations) return next(request)
  return resultsChanged(next(request), (results) =>
    results.map((result, index) => change(result, operations[index] ?? {}, results)),
  )
}

/** Answers some operations itself, and has the others done. */
export function answeringSome(
  request: EndpointRequest,
  next: Handler,
  answer: (operation: JsonObject, index: number, all: readonly JsonObject[]) => JsonObject | undefined,
): Reply {
  const operations = operationsIn(request)
  const own = operations?.map(answer) ?? []
  if (!operations || own.every((result) => result === undefined)) return next(request)
  const left = operations.filter((_, index) => own[index] === undefined)
  const reply =
    left.length > 0 ? next(bulkChanged(request, { Operations: left })) : nothingLeft(request, next)
  return resultsChanged(reply, (results) => {
    const rest = [...results]
    return own.flatMap((result) => result ?? rest.splice(0, 1))
  })
}

/** A bulk answer without results, for whoever may ask at all. */
function nothingLeft({ headers }: EndpointRequest, next: Handler): Reply {
  const allowed = next({ method: 'GET', path: '/ResourceTypes', headers })
  if (allowed.status !== 200) return allowed
  const body = { schemas: [URN.bulkResponse], Operations: [] }
  return { status: 200, headers: { 'content-type': SCIM_JSON }, body }
}

/** The path below the base to which a result leads. */
export function placeIn({ location }: JsonObject): string | undefined {
  return typeof location === 'string' ? /\/(?:Users|Groups)\/[^/?#]+$/.exec(location)?.[0] : undefined
}

/** The result of an operation that failed. */
export function failure({ method, bulkId }: JsonObject, status: number, detail: string): JsonObject {
  return {
    method: method ?? null,
    ...(bulkId === undefined ? {} : { bulkId }),
    status: String(status),
    response: { schemas: [URN.error], status: String(status), detail },
  }
}

/** Whether an operation refers to what a later one makes. */
export function refersForward(operation: JsonObject, index: number, all: readonly JsonObject[]): boolean {
  return laterNames(index, all).some((name) => refersTo(operation, name))
}

/** Whether two operations refer to each other, one of which is this. */
export function isInPair(operation: JsonObject, _: number, all: readonly JsonObject[]): boolean {
  const { bulkId } = operation
  return all.some(
    (other) =>
      other !== operation &&
      typeof bulkId === 'string' &&
      typeof other.bulkId === 'string' &&
      refersTo(other, bulkId) &&
      refersTo(operation, other.bulkId),
  )
}

/** The bulkIds of the operations behind one. */
export function laterNames(index: number, all: readonly JsonObject[]): string[] {
  return all.slice(index + 1).flatMap(({ bulkId }) => (typeof bulkId === 'string' ? [bulkId] : []))
}

function refersTo({ data }: JsonObject, name: string): boolean {
  return JSON.stringify(data ?? null).includes(`"bulkId:${name}"`)
}
