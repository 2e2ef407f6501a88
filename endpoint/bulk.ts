import { isObject, type Json, type JsonObject, ScimError, URN } from '#scim'
import { memberOf } from '#scim/resource'
import { sameUrn } from '#scim/schema'
import { readAddress } from './address.ts'
import { isCircle, runCircle } from './bulk-circle.ts'
import { stepsOf } from './bulk-order.ts'
import { bulkReferences, resolved } from './bulk-references.ts'
import type { Call } from './call.ts'
import { badRequest, errorReply } from './errors.ts'
import type { Reply } from './exchange.ts'
import { readJson } from './incoming.ts'
import type { Service } from './service.ts'

export type Route = (call: Call) => Reply

export interface Operation {
  readonly method: string
  readonly path: string
  readonly bulkId: string | undefined
  readonly version: string | undefined
  readonly data: Json | undefined
}

/** What operations have at hand while they are done one after the other. */
export interface Job {
  readonly service: Service
  readonly route: Route
  /** Of what was made, by bulkId. */
  readonly ids: Map<string, string>
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
  const job: Job = { service: call.service, route, ids: new Map() }
  const results = new Map<number, JsonObject>()
  let errors = 0
  for (const step of stepsOf(referencesIn(operations))) {
    if (errors >= limit) break
    const done = step.map((index) => operations[index] as Operation)
    const [only] = done as [Operation]
    const ran = isCircle(done) ? runCircle(done, job, run) : [run(only, job)]
    ran.forEach((one, nth) => {
      if (one.reply.status >= 400) errors += 1
      results.set(step[nth] as number, resultOf(done[nth] as Operation, one, call))
    })
  }
  const listed = [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
  return { status: 200, headers: {}, body: { schemas: [URN.bulkResponse], Operations: listed } }
}

/** For each operation those that make what it refers to, by index. */
function referencesIn(operations: readonly Operation[]): number[][] {
  const makers = new Map(
    operations.map(({ bulkId, method }, index) => [method === 'POST' ? bulkId : undefined, index]),
  )
  return operations.map((operation) => bulkReferences(operation).flatMap((name) => makers.get(name) ?? []))
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
  if (!Array.isArray(operations) || operations.length === 0) {
    throw badRequest('invalidSyntax', 'Operations has to be an array with something in it')
  }
  if (operations.length > maxOperations) {
    throw new ScimError(413, undefined, `There are more operations than maxOperations (${maxOperations})`)
  }
  const read = operations.map(readOperation)
  checkBulkIds(read)
  return read
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

/** SPEC: RFC7644-3.7-09: with two of a name a reference could mean either. */
function checkBulkIds(operations: readonly Operation[]): void {
  const seen = new Set<string>()
  for (const { method, bulkId } of operations) {
    if (method !== 'POST' || bulkId === undefined) continue
    if (seen.has(bulkId)) {
      throw badRequest('invalidValue', `Two operations have the bulkId ${bulkId.slice(0, 100)}`)
    }
    seen.add(bulkId)
  }
}

function failOnErrors(body: JsonObject): number {
  const given = memberOf(body, 'failOnErrors') ?? undefined
  if (given === undefined) return Number.POSITIVE_INFINITY
  if (Number.isInteger(given) && (given as number) >= 1) return given as number
  throw badRequest('invalidSyntax', 'failOnErrors has to be an integer of 1 or more')
}

export interface Ran {
  readonly reply: Reply
  /** With ids for references, as far as it came. */
  readonly path: string
}

/** Does one operation as if it had come alone. */
function run(operation: Operation, { service, route, ids }: Job): Ran {
  let { path } = operation
  try {
    const { method, data, version, ...rest } = resolved(operation, ids)
    path = rest.path
    const address = readAddress(path)
    checkForm(operation, address.segments)
    const headers = version === undefined ? {} : { 'if-match': version }
    const request = { method, path, headers, ...(data === undefined ? {} : { body: JSON.stringify(data) }) }
    const reply = route({ service, request, address })
    const id = idOf(reply)
    if (method === 'POST' && operation.bulkId !== undefined && id !== undefined) ids.set(operation.bulkId, id)
    return { path, reply }
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
  const place = `${service.base}/${path.replace(/^\//, '').replace(/\?.*$/s, '')}`
  const location = headers.location ?? (method === 'POST' ? undefined : place)
  return {
    method,
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(headers.etag === undefined ? {} : { version: headers.etag }),
    ...(location === undefined ? {} : { location }),
    status: String(status),
    ...(failed && body !== undefined ? { response: body } : {}),
  }
}
