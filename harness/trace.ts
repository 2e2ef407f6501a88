/** What rules about clients read out of a session: writes, what they set, and who and what they are about. */

import { answering, decoded, type Exchange, isObject, type Json, type JsonObject, member, URN } from '#scim'
import { bodyOf, createdId, isSuccess, resourcesIn } from './authoring.ts'
import type { Trace } from './client-rule.ts'

/** A request that writes to a resource, be it by itself or as an operation of a bulk request. */
export interface Write {
  readonly exchange: Exchange
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/Users` */
  readonly endpoint: string
  /** The resource: of a POST the id that it was given, where the answer tells. */
  readonly id: string | undefined
  readonly body: JsonObject
  /** JSON pointer of `body` in the request: empty, or that of a bulk operation's data. */
  readonly at: string
  /** Of a success. What was done although the answer says otherwise, or was lost, is no success for the client. */
  readonly done: boolean
}

/** One value that a write gives to an attribute, or takes away. */
export interface Assignment {
  readonly write: Write
  readonly op: 'add' | 'replace' | 'remove'
  /** In attribute notation, in the client's spelling: `name.formatted`, `urn:…:User:department`. */
  readonly path: string
  /** `undefined` where it is taken away. */
  readonly value: Json | undefined
  /** JSON pointer into the request body. */
  readonly pointer: string
}

/** All writes of a session, in order. */
export function writesIn(trace: Trace): Write[] {
  return trace.flatMap((exchange) => [...writesOf(exchange)])
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Path without query and without a slash at its end. */
export function plainPath({ request }: Exchange): string {
  return (request.path.split('?', 1)[0] ?? '').replace(/\/+$/, '')
}

/** The values of a query parameter, decoded; a plus sign stands for a blank. */
export function queried({ request }: Exchange, name: string): string | undefined {
  const query = request.path.split('?').slice(1).join('?')
  for (const pair of query.split('&')) {
    const [key = '', ...rest] = pair.split('=')
    if (key === name) return decoded(rest.join('=').replaceAll('+', '%20'))
  }
  return undefined
}

function* writesOf(exchange: Exchange): Generator<Write> {
  const { method, body } = exchange.request
  if (!WRITES.has(method)) return
  const path = plainPath(exchange)
  if (path === '/Bulk') return yield* bulkWrites(exchange)
  const [, collection, id, ...more] = path.split('/')
  if (!collection || more.length > 0 || /^\.search$/.test(id ?? collection)) return
  yield {
    exchange,
    method: method as Write['method'],
    endpoint: `/${collection}`,
    id: id === undefined ? (method === 'POST' ? (createdId(exchange) ?? undefined) : undefined) : decoded(id),
    body: isObject(body) ? body : {},
    at: '',
    done: isSuccess(exchange) && exchange.fault !== 'lost answer',
  }
}

function* bulkWrites(exchange: Exchange): Generator<Write> {
  const operations = listAt(exchange.request.body, 'Operations')
  const results = listAt(exchange.response?.body, 'Operations')
  for (const [index, operation] of operations.entries()) {
    const method = String(member(operation, 'method')).toUpperCase()
    const [, collection, id] = String(member(operation, 'path')).split('/')
    if (!WRITES.has(method) || !collection) continue
    const result = results[index]
    const location = member(result, 'location')
    const made = typeof location === 'string' ? location.split('/').at(-1) : undefined
    const data = member(operation, 'data')
    yield {
      exchange,
      method: method as Write['method'],
      endpoint: `/${collection}`,
      id: id === undefined ? made : decoded(id),
      body: isObject(data) ? data : {},
      at: `/Operations/${index}/data`,
      done: String(member(result, 'status')).startsWith('2'),
    }
  }
}

function listAt(value: Json | undefined, name: string): Json[] {
  const list = member(value, name)
  return Array.isArray(list) ? list : []
}

/** Every value that a write sets or takes away, in whichever of SCIM's forms it is written. */
export function assignmentsOf(write: Write): Assignment[] {
  const { method, body, at } = write
  if (method === 'DELETE') return []
  if (method !== 'PATCH') return flattened(write, 'replace', '', body, at)
  return operationsOf(write).flatMap(({ op, path, value, pointer }): Assignment[] => {
    if (op === 'remove') return [{ write, op, path: path ?? '', value, pointer }]
    return flattened(write, op, path ?? '', value, `${pointer}/value`)
  })
}

export interface Operation {
  /** In lower case: capitals mean the same (AMB-048). */
  readonly op: Assignment['op']
  readonly path: string | undefined
  readonly value: Json | undefined
  readonly pointer: string
}

/** The operations of a PATCH; what has no such form is left out. */
export function operationsOf({ body, at }: Write): Operation[] {
  return listAt(body, 'Operations').flatMap((one, index): Operation[] => {
    const op = String(member(one, 'op')).toLowerCase()
    if (op !== 'add' && op !== 'replace' && op !== 'remove') return []
    const path = member(one, 'path')
    return [
      {
        op,
        path: typeof path === 'string' ? path : undefined,
        value: member(one, 'value'),
        pointer: `${at}/Operations/${index}`,
      },
    ]
  })
}

function flattened(
  write: Write,
  op: 'add' | 'replace',
  path: string,
  value: Json | undefined,
  pointer: string,
): Assignment[] {
  // A filter in brackets selects elements, whose value is taken as it is.
  if (!isObject(value) || path.includes('[')) return [{ write, op, path, value, pointer }]
  const inside = Object.entries(value).flatMap(([name, each]) =>
    flattened(
      write,
      op,
      joined(path, name),
      each,
      `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`,
    ),
  )
  // The whole of a complex value is told as well: whoever looks for `name` finds it.
  return path === '' ? inside : [{ write, op, path, value, pointer }, ...inside]
}

function joined(path: string, name: string): string {
  if (path === '') return name
  return /^urn:[^[\]]*$/i.test(path) && isUrnOfSchema(path) ? `${path}:${name}` : `${path}.${name}`
}

/** Whether the whole is the name of a schema, not an attribute behind one: those in use end in a type or a version. */
function isUrnOfSchema(path: string): boolean {
  return /:(?:User|Group)$|:\d+(?:\.\d+)*$|:schemas:[^:]+:[^:]+$|personidentifikasjon$/i.test(path)
}

const CORE = new RegExp(`^(?:${URN.user}|${URN.group}):`.replaceAll('.', '\\.'), 'i')

/** An attribute path as it is compared: without letter case, and without the URN of a core schema. */
export function attributeName(path: string): string {
  return path.replace(CORE, '').toLowerCase()
}

/** All assignments of a session to one of these attributes. */
export function assignmentsTo(trace: Trace, endpoint: string, ...names: readonly string[]): Assignment[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  return writesIn(trace)
    .filter((write) => write.endpoint === endpoint)
    .flatMap(assignmentsOf)
    .filter(({ path }) => wanted.has(attributeName(path)))
}

/** The text that a write gives to one of these attributes; `undefined` where it says nothing of them. */
export function textOf(write: Write, ...names: readonly string[]): string | undefined {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const found = assignmentsOf(write).find(
    ({ path, value, op }) => op !== 'remove' && wanted.has(attributeName(path)) && typeof value === 'string',
  )
  return found && String(found.value).trim() !== '' ? String(found.value) : undefined
}

/** Creates of one kind, whatever became of them. */
export function createsIn(trace: Trace, endpoint: string): Write[] {
  return writesIn(trace).filter((write) => write.method === 'POST' && write.endpoint === endpoint)
}

/** Resources that an answer shows, one or a list. */
export function shownIn(exchange: Exchange): JsonObject[] {
  if (!isSuccess(exchange) || exchange.fault === 'lost answer') return []
  const body = bodyOf(exchange)
  if (!body) return []
  return Array.isArray(body.Resources) ? resourcesIn(exchange) : [body]
}

/** What a resource of an answer is: by `meta.resourceType`, or by its core schema. */
export function typeShown(resource: JsonObject): string | undefined {
  const type = member(resource.meta, 'resourceType')
  if (typeof type === 'string') return type
  const schemas = Array.isArray(resource.schemas) ? resource.schemas : []
  return schemas.includes(URN.group) ? 'Group' : schemas.includes(URN.user) ? 'User' : undefined
}

/** The ids of users or groups that the answers before this exchange have shown to the client. */
export function idsKnown(trace: Trace, type: 'User' | 'Group', before?: Exchange): Set<string> {
  const ids = new Set<string>()
  for (const exchange of trace) {
    if (exchange === before) break
    for (const resource of shownIn(exchange))
      if (typeShown(resource) === type && typeof resource.id === 'string') ids.add(resource.id)
    for (const write of writesOf(exchange))
      if (write.done && write.endpoint === `/${type}s` && write.id !== undefined) ids.add(write.id)
  }
  return ids
}

/** One reference to a member that a write to a group makes or takes away. */
export interface MemberSent {
  readonly write: Write
  readonly op: Assignment['op']
  readonly value: string
  /** The whole element, where it was sent. */
  readonly element: Json
  readonly pointer: string
}

const BY_VALUE = /^members\[\s*value\s+eq\s+"([^"]*)"\s*\]$/i

/** The members that writes to groups name, in every form. */
export function membersSent(trace: Trace): MemberSent[] {
  return writesIn(trace)
    .filter(({ endpoint }) => endpoint === '/Groups')
    .flatMap(assignmentsOf)
    .flatMap((assignment): MemberSent[] => {
      const { write, op, value, pointer } = assignment
      const path = attributeName(assignment.path)
      const one = BY_VALUE.exec(assignment.path.replace(CORE, ''))?.[1]
      if (one !== undefined) return [{ write, op, value: one, element: { value: one }, pointer }]
      if (path !== 'members') return []
      const elements = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
      return elements.map((element, index) => ({
        write,
        op,
        value: String(member(element, 'value') ?? (typeof element === 'string' ? element : '')),
        element,
        pointer: Array.isArray(value) ? `${pointer}/${index}` : pointer,
      }))
    })
}

/** Who is in which group when the session ends, by what was written and done: group id → ids. */
export function membershipsAfter(trace: Trace): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  const of = (id: string) => {
    const known = groups.get(id) ?? new Set<string>()
    groups.set(id, known)
    return known
  }
  for (const write of writesIn(trace)) {
    const { endpoint, id, method } = write
    if (id === undefined || !(write.done || isCarriedOut(write.exchange))) continue
    if (method === 'DELETE') {
      if (endpoint === '/Groups') groups.delete(id)
      for (const members of groups.values()) members.delete(id)
    } else if (endpoint === '/Groups') changeMembers(of(id), write)
  }
  return groups
}

function changeMembers(members: Set<string>, write: Write): void {
  const sent = membersSent([write.exchange]).filter((one) => one.write.at === write.at)
  if (write.method === 'PUT') members.clear()
  for (const { op, path, value } of write.method === 'PATCH' ? operationsOf(write) : []) {
    const name = attributeName(path ?? '')
    const isWhole = name === 'members' || (path === undefined && isObject(value) && 'members' in value)
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0)
    if (isWhole && (op === 'replace' || (op === 'remove' && isEmpty))) members.clear()
  }
  for (const { op, value } of sent) {
    if (op === 'remove') members.delete(value)
    else members.add(value)
  }
}

/** Whether the endpoint did what was asked, whatever the client was told. */
export function isCarriedOut(exchange: Exchange): boolean {
  return exchange.fault === '500 after commit' || isSuccess(exchange)
}

/** Who is no longer there, or not at work, while the exchanges of a session are gone through in order. */
export interface Leavers {
  see(exchange: Exchange): void
  /**
   * Whether a user was deactivated or deleted, or has turned out to be gone. Somebody who came back within the last
   * minute counts as well: a provider may switch the account on before it says whose it is now.
   */
  hasLeft(id: string | undefined): boolean
}

const MINUTE = 60_000

export function followLeavers(): Leavers {
  const left = new Set<string>()
  const back = new Map<string, number>()
  const names = new Map<string, string>()
  let now = 0
  const switched = (id: string, off: boolean) => {
    if (off) left.add(id)
    else if (left.delete(id)) back.set(id, now)
  }
  const seeWrite = (write: Write) => {
    const { id, endpoint, method, exchange } = write
    if (endpoint !== '/Users' || id === undefined) return
    if (exchange.response?.status === 404) left.add(id)
    if (!(write.done || isCarriedOut(exchange))) return
    if (method === 'DELETE') left.add(id)
    // The endpoint gives a userName to one person at a time: who had it is gone, whoever took the account away.
    const former = method === 'POST' ? names.get(textOf(write, 'userName') ?? '') : undefined
    if (former !== undefined && former !== id) left.add(former)
    for (const { path, value, op } of assignmentsOf(write)) {
      const name = attributeName(path)
      if (name === 'active' && op !== 'remove') switched(id, /^false$/i.test(String(value)))
      if ((name === 'username' || name === 'externalid') && typeof value === 'string') names.set(value, id)
    }
  }
  return {
    see: (exchange) => {
      now = exchange.at
      for (const write of writesOf(exchange)) seeWrite(write)
      const id = /^\/Users\/([^/]+)$/.exec(plainPath(exchange))?.[1]
      if (id !== undefined && exchange.response?.status === 404) left.add(decoded(id))
      // A lookup by a name that somebody was given, and nobody has it.
      const filter = queried(exchange, 'filter')
      if (filter === undefined || member(exchange.response?.body, 'totalResults') !== 0) return
      const owner = names.get(/\beq\s+"((?:[^"\\]|\\.)*)"\s*$/.exec(filter)?.[1] ?? '')
      if (owner !== undefined) left.add(owner)
    },
    hasLeft: (id) =>
      id !== undefined && (left.has(id) || now - (back.get(id) ?? Number.NEGATIVE_INFINITY) < MINUTE),
  }
}

/** Whether an account was there for a moment only: providers test a connection with one. */
export function isTrial(trace: Trace, { id, exchange }: Write): boolean {
  return trace.some(
    (one) =>
      one.request.method === 'DELETE' &&
      one.at - exchange.at < MINUTE &&
      one.at >= exchange.at &&
      id !== undefined &&
      plainPath(one) === `/Users/${encodeURIComponent(id)}`,
  )
}

/** Whether a redacted text holds an identity number. */
export function holdsIdentityNumber(text: string): boolean {
  return text.includes('[identity-number-')
}

/** Whether it holds one that a real person could have. */
export function holdsRealNumber(text: string): boolean {
  return /\[identity-number-[0-9a-f]{10}-not-synthetic\]/.test(text)
}

/** Whether a redacted value is an identity number, and text as it has to be: a JSON number is none. */
export function isIdentityNumber(value: Json | undefined): boolean {
  return typeof value === 'string' && /^\[identity-number-[0-9a-f]{10}(?:-not-synthetic)?\]$/.test(value)
}

/** The same session with one exchange in the place of another: the raw material of counterexamples. */
export function instead(trace: Trace, old: Exchange, ...now: readonly Exchange[]): Trace {
  return trace.flatMap((one) => (one === old ? now : [one]))
}

/** The same exchange with another request. `undefined` for a body takes it away. */
export function asking(
  exchange: Exchange,
  change: {
    readonly path?: string
    readonly body?: Json | undefined
    readonly headers?: Exchange['request']['headers']
  },
): Exchange {
  const { body, text: _, ...rest } = exchange.request
  const { body: other, ...others } = 'body' in change ? change : { ...change, body }
  return { ...exchange, request: { ...rest, ...others, ...(other === undefined ? {} : { body: other }) } }
}

/** A session in which the first write that is fit for it was sent otherwise; none where there is no such write. */
export function changed(trace: Trace, change: (write: Write) => Json | undefined): readonly Trace[] {
  for (const write of writesIn(trace)) {
    if (write.at !== '') continue
    const body = change(write)
    if (body !== undefined) return [instead(trace, write.exchange, asking(write.exchange, { body }))]
  }
  return []
}

/** The same exchange at another time, in milliseconds since the session began, and under another id. */
export function later(exchange: Exchange, at: number, id = `${exchange.id}a`): Exchange {
  return { ...exchange, id, at }
}

/** The same request, refused. */
export function refused(exchange: Exchange, status: number, headers: Record<string, string> = {}): Exchange {
  return answering(exchange, {
    status,
    headers,
    body: { schemas: [URN.error], status: String(status), detail: 'Not now' },
  })
}
