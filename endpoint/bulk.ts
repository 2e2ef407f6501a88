import { isObject, type Json, type JsonObject, ScimError, URN } from '#scim'
import { memberOf } from '#scim/resource'
import { sameUrn } from '#scim/schema'
import { readAddress } from './address.ts'
import { bulkReferences, resolved } from './bulk-references.ts'
import type { Call } from './call.ts'
import { badRequest, errorReply } from './errors.ts'
import type { Reply } from './exchange.ts'
import { readJson } from './incoming.ts'

type Route = (call: Call) => Reply

interface Operation {
  readonly method: string
  readonly path: string
  readonly bulkId: string | undefined
  readonly version: string | undefined
  readonly data: Json | undefined
}

/**
 * POST to `/Bulk` (RFC 7644 section 3.7): in the order given, but that an operation waits for those it refers to.
 *
 * @throws ScimError 400 for a message that is none, 413 for one that is too large
 */
export function bulk(call: Call, route: Route): Reply {
  const body = readMessage(call)
  const operations = readOperations(body, call)
  const limit = failOnErrors(body)
  const results = new Map<number, JsonObject>()
  const ids = new Map<string, string | undefined>()
  let errors = 0
  for (const index of inOrder(operations)) {
    if (errors >= limit) break
    const operation = operations[index] as Operation
    const ran = run(operation, ids, call, route)
    if (ran.reply.status >= 400) errors += 1
    if (operation.bulkId !== undefined) ids.set(operation.bulkId, idOf(ran.reply))
    results.set(index, resultOf(operation, ran, call))
  }
  const listed = [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
  return { status: 200, headers: {}, body: { schemas: [URN.bulkResponse], Operations: listed } }
}

function readMessage({ request, service }: Call): JsonObject {
  const { maxPayloadSize } = service.settings
  if (new TextEncoder().encode(request.body ?? '').length > maxPayloadSize) {
    throw new ScimError(413, undefined, `The request is larger than maxPayloadSize (${maxPayloadSize})`)
  }
  const body = readJson(request.body)
  const schemas = memberOf(body, 'schemas')
  const named = Array.isArray(schemas) && schemas.some((urn) => sameUrn(String(urn), URN.bulkRequest))
  if (!named) throw badRequest('invalidSyntax', `schemas has to contain ${URN.bulkRequest}`)
  return body
}

function readOperations(body: JsonObject, { service }: Call): Operation[] {
  const { maxOperations } = service.settings
  const operations = memberOf(body, 'Operations')
  if (!Array.isArray(operations)) throw badRequest('invalidSyntax', 'Operations has to be an array')
  if (operations.length > maxOperations) {
    throw new ScimError(413, undefined, `There are more operations than maxOperations (${maxOperations})`)
  }
  return operations.map(readOperation)
}

function readOperation(operation: Json, index: number): Operation {
  const text = (name: string) => {
    const value = memberOf(operation, name)
    return typeof value === 'string' ? value : undefined
  }
  const [method, path] = [text('method')?.toUpperCase(), text('path')]
  if (!isObject(operation) || method === undefined || path === undefined) {
    throw badRequest('invalidSyntax', `Operations[${index}] has to be an object with method and path`)
  }
  return { method, path, bulkId: text('bulkId'), version: text('version'), data: memberOf(operation, 'data') }
}

function failOnErrors(body: JsonObject): number {
  const given = memberOf(body, 'failOnErrors') ?? Number.POSITIVE_INFINITY
  if (typeof given === 'number' && given >= 1) return given
  throw badRequest('invalidSyntax', 'failOnErrors has to be an integer of 1 or more')
}

/** Indexes of the operations, those with references behind what they refer to; circles stay as they are. */
function inOrder(operations: readonly Operation[]): number[] {
  const makers = new Map(
    operations.map(({ bulkId, method }, index) => [method === 'POST' ? bulkId : undefined, index]),
  )
  const order = new Set<number>()
  const waiting = new Set<number>()
  const visit = (index: number) => {
    if (order.has(index) || waiting.has(index)) return
    waiting.add(index)
    for (const name of bulkReferences(operations[index] as Operation)) {
      const maker = makers.get(name)
      if (maker !== undefined) visit(maker)
    }
    order.add(index)
  }
  operations.forEach((_, index) => {
    visit(index)
  })
  return [...order]
}

interface Ran {
  readonly reply: Reply
  /** With ids for references, as far as it came. */
  readonly path: string
}

function run(
  operation: Operation,
  ids: ReadonlyMap<string, string | undefined>,
  { service }: Call,
  route: Route,
): Ran {
  let { path } = operation
  try {
    const { method, data, version, ...rest } = resolved(operation, ids)
    path = rest.path
    const address = readAddress(path)
    checkForm(operation, address.segments)
    const headers = version === undefined ? {} : { 'if-match': version }
    const request = { method, path, headers, ...(data === undefined ? {} : { body: JSON.stringify(data) }) }
    return { path, reply: route({ service, request, address }) }
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    return { path, reply: errorReply(error) }
  }
}

const METHODS: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE']

/** What a bulk request can do is create resources and write to them, no more. */
function checkForm({ method, bulkId }: Operation, [first = '', id, ...more]: readonly string[]): void {
  const isResource = method === 'POST' ? id === undefined : id !== undefined && !id.startsWith('.')
  if (!METHODS.includes(method)) throw badRequest('invalidSyntax', `${method.slice(0, 20)} is no bulk method`)
  if (method === 'POST' && !bulkId) throw badRequest('invalidSyntax', 'POST needs a bulkId')
  if (!isResource || more.length > 0 || /^(?:Bulk|Me|\..*|)$/.test(first)) {
    throw badRequest('invalidSyntax', `The path does not fit ${method}`)
  }
}

function idOf({ status, body }: Reply): string | undefined {
  const id = memberOf(body, 'id')
  return status < 300 && typeof id === 'string' ? id : undefined
}

function resultOf({ method, bulkId }: Operation, { reply, path }: Ran, { service }: Call): JsonObject {
  const { status, headers, body } = reply
  const failed = status >= 300
  const location = headers.location ?? (method === 'POST' ? undefined : `${service.base}${path}`)
  return {
    method,
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(headers.etag === undefined ? {} : { version: headers.etag }),
    ...(location === undefined ? {} : { location }),
    status: String(status),
    ...(failed && body !== undefined ? { response: body } : {}),
  }
}
