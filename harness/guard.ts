import { isObject, type Json, type JsonObject, member, type ScimRequest } from '#scim'
import type { BulkOperation } from './bulk.ts'

/** Thrown before a byte is sent. It is the harness's (or a check's) own mistake, never the target's. */
export class GuardRefusal extends Error {
  override readonly name = 'GuardRefusal'
}

/** An id that cannot stand in a path without meaning something else: the target's own doing. */
export class UnclearPath extends GuardRefusal {
  constructor(path: string) {
    super(`the target gave an id that cannot stand in a path: ${path}`)
  }
}

/** The body of a create has no word that carries the run's mark. */
export class Unmarked extends GuardRefusal {}

/**
 * Knows what this run made and refuses every write to anything else.
 * It sits inside the client: there is no way round it from a check, a scenario or a profile.
 */
export interface Guard {
  /** @throws GuardRefusal */
  admit(request: ScimRequest): Admission
  own(path: string): void
  /** A read has shown that what is at the path carries the run's mark. */
  prove(path: string): void
  /** Whether a write may go ahead without looking first: proved, or never there. */
  isProved(path: string): boolean
  disown(path: string): void
  /** An id that the run invented and that never existed. */
  invent(id: string): void
  owns(id: string): boolean
}

/** What is created goes into the journal before it is sent; `paths` are written to, or referred to. */
export type Admission =
  | { readonly kind: 'read' }
  | { readonly kind: 'create' | 'write'; readonly paths: readonly string[] }
  | {
      readonly kind: 'bulk'
      readonly paths: readonly string[]
      readonly operations: readonly BulkOperation[]
    }

/** What is known of a path; the same for nearly all, so that it is kept once. */
interface Place {
  /** `/Users/`: the path without its last part. */
  readonly before: string
  readonly isOwned: boolean
  readonly isProved: boolean
}

/** @param tag the run's mark, which every created resource must carry */
export function createGuard(tag: string): Guard {
  const invented = new Set<string>()
  /** What was ever owned, by the last part of the path: nearly always one. A run may own a hundred thousand. */
  const byId = new Map<string, Place | readonly Place[]>()
  const same = new Map<string, Place>()
  const shared = (place: Place): Place => {
    const key = JSON.stringify(place)
    const known = same.get(key) ?? place
    same.set(key, known)
    return known
  }
  const placesOf = (id: string): readonly Place[] => [byId.get(id) ?? []].flat()
  const find = (path: string) => {
    const [before, id] = parted(path)
    return placesOf(id).find((place) => place.before === before)
  }
  const isOwned = (path: string) => find(path)?.isOwned === true
  const isGone = (id: string) => placesOf(id).some((place) => !place.isOwned)
  const known = (id: string) => byId.has(id) || invented.has(id)
  const pathsOf = (id: string) =>
    placesOf(id).flatMap((place) => (place.isOwned ? `${place.before}${id}` : []))
  /** Whatever comes to be owned comes last. */
  const put = (path: string, change: Partial<Place>) => {
    const [before, id] = parted(path)
    const old = find(path)
    const place = shared({ before, isOwned: false, isProved: false, ...old, ...change })
    const places = placesOf(id)
    const others = places.filter((each) => each !== old)
    if (others.length === 0) byId.set(id, place)
    else if (change.isOwned) byId.set(id, [...others, place])
    else
      byId.set(
        id,
        places.map((each) => (each === old ? place : each)),
      )
  }
  const mayWrite = (path: string) => {
    const [, id] = parted(path)
    // The id stays known: repeating a DELETE of our own resource touches nobody else.
    return isOwned(path) || invented.has(id) || isGone(id)
  }
  return {
    admit: (request) => admit(request, { tag, known, pathsOf, mayWrite, isOwned }),
    own: (path) => {
      if (isOwned(path)) return
      // Given away a second time: what was said of the id when it was gone still holds.
      if (find(path)) invented.add(parted(path)[1])
      put(path, { isOwned: true })
    },
    prove: (path) => {
      if (isOwned(path)) put(path, { isProved: true })
    },
    isProved: (path) => {
      const place = find(path)
      return !place?.isOwned || place.isProved
    },
    disown: (path) => {
      if (isOwned(path)) put(path, { isOwned: false })
      else invented.add(parted(path)[1])
    },
    invent: (id) => invented.add(id),
    owns: known,
  }
}

/** All but the last part, with the slash, and the last part. */
function parted(path: string): readonly [before: string, id: string] {
  const at = path.lastIndexOf('/') + 1
  return [path.slice(0, at), path.slice(at)]
}

interface Rights {
  readonly tag: string
  readonly known: (id: string) => boolean
  readonly pathsOf: (id: string) => string[]
  readonly mayWrite: (path: string) => boolean
  readonly isOwned: (path: string) => boolean
}

function admit(request: ScimRequest, rights: Rights): Admission {
  if (request.method === 'GET') return { kind: 'read' }
  const path = plainPath(request.path, rights)
  if (request.method === 'POST') return admitPost(request, path, rights)
  admitWrite(request.method, path, rights)
  return { kind: 'write', paths: [`/${path.join('/')}`, ...admitReferences(request, rights)] }
}

function admitPost(request: ScimRequest, path: string[], rights: Rights): Admission {
  if (path.at(-1) === '.search') return { kind: 'read' }
  if (path.length === 1 && path[0]?.toLowerCase() === 'bulk') return admitBulk(request, rights)
  if (path.length !== 1) throw new GuardRefusal(`POST ${request.path} is neither a create nor a search`)
  const sent = request.text ?? JSON.stringify(request.body ?? null)
  if (!sent.includes(rights.tag))
    throw new Unmarked(`POST ${request.path}: nothing in the body carries the run's mark`)
  return { kind: 'create', paths: admitReferences(request, rights) }
}

function admitWrite(method: string, path: string[], rights: Rights): void {
  const [, id] = path
  if (path.length === 2 && id !== undefined && rights.mayWrite(`/${path.join('/')}`)) return
  throw new GuardRefusal(`${method} /${path.join('/')}: this run did not create it`)
}

/** Nothing that a target could take for an operation goes out unless it is clear what it touches. */
function admitBulk({ body, text }: ScimRequest, rights: Rights): Admission {
  if (text !== undefined) {
    if (/path|\\/i.test(text)) throw new GuardRefusal('POST /Bulk with a text that may hold operations')
    return { kind: 'bulk', paths: [], operations: [] }
  }
  const given = isObject(body) ? entry(body, 'operations') : []
  if (given.length > 1 || given.some(isObject)) throw new GuardRefusal('POST /Bulk with unclear Operations')
  const operations = given.flat().map((one) => readOperation(one, rights))
  const made = new Set(operations.map(({ creates, bulkId }) => `${creates}/bulkId:${bulkId}`))
  const paths = operations.flatMap((operation) => admitOperation(operation, made, rights))
  return { kind: 'bulk', paths, operations }
}

function readOperation(operation: Json, rights: Rights): BulkOperation {
  // What is no object names no resource.
  if (Array.isArray(operation)) throw new GuardRefusal('POST /Bulk with operations inside operations')
  const only = (name: string) => {
    const values = isObject(operation) ? entry(operation, name.toLowerCase()) : []
    if (values.length > 1) throw new GuardRefusal(`POST /Bulk with two ${name} in an operation`)
    return values[0]
  }
  const text = (name: string) => {
    const value = only(name)
    return typeof value === 'string' ? value : undefined
  }
  const read = { path: text('path'), bulkId: text('bulkId'), data: only('data') }
  const method = text('method')?.toUpperCase() ?? ''
  const segments = read.path === undefined ? [] : plainPath(read.path, rights)
  // Without a method a target may take it for a POST.
  const posts = method === 'POST' || (method === '' && segments.length === 1)
  const creates = posts && segments.length > 0 && segments.at(-1) !== '.search'
  return { method, ...read, ...(creates ? { creates: `/${segments[0]}` } : {}) }
}

/** @param made paths by which operations of the same request are referred to */
function admitOperation(
  operation: BulkOperation,
  made: ReadonlySet<string>,
  rights: Rights,
): readonly string[] {
  const { method, path, data, creates } = operation
  const inner = { method: method as ScimRequest['method'], path: path ?? '', body: data ?? null }
  if (path === undefined) {
    const posts = (method === 'POST' || method === '') && data !== undefined
    if (posts) throw new GuardRefusal('POST in bulk that does not say where')
    return admitReferences(inner, rights)
  }
  const segments = plainPath(path, rights)
  const plain = `/${segments.join('/')}`
  if (creates !== undefined) admitCreate(plain, inner.body, rights)
  else if (method === 'POST') return []
  const written = creates === undefined || segments.length > 1
  if (written && !made.has(plain)) admitWrite(method, segments, rights)
  return [...(written ? [plain] : []), ...admitReferences(inner, rights)]
}

function admitCreate(path: string, data: Json, rights: Rights): void {
  if (/^\/(bulk|me)(\/|$)/i.test(path)) throw new GuardRefusal(`POST ${path} inside a bulk request`)
  if (!JSON.stringify(data).includes(rights.tag))
    throw new GuardRefusal(`POST ${path} in bulk: nothing in the data carries the run's mark`)
}

/** Segments of a path that means exactly what it says: no dots, no empty or encoded separators. */
function plainPath(path: string, { isOwned }: Pick<Rights, 'isOwned'>): string[] {
  const segments = (path.split(/[?#]/, 1)[0] ?? '').split('/').slice(1)
  const odd = segments.some((s) => s === '' || s === '.' || s === '..' || /%2f|%5c|\\|%2e/i.test(s))
  if (!path.startsWith('/') || odd) {
    if (isOwned(path.split(/[?#]/, 1)[0] ?? '')) throw new UnclearPath(path)
    throw new GuardRefusal(`write to an unclear path: ${path}`)
  }
  return segments
}

/**
 * Making a stranger a member of our group would change the stranger.
 * @returns the paths of what is referred to
 */
function admitReferences(request: ScimRequest, rights: Rights): string[] {
  return references(request.body ?? null).flatMap((id) => {
    const encoded = encodeURIComponent(id)
    if (rights.known(encoded) || id.startsWith('bulkId:') || id.includes(rights.tag))
      return rights.pathsOf(encoded)
    throw new GuardRefusal(`${request.method} ${request.path} refers to ${id}, which this run did not create`)
  })
}

function references(body: Json, depth = 0): string[] {
  if (depth > 20 || !isObject(body)) return []
  const operations = member(body, 'Operations')
  const inside = Array.isArray(operations) ? operations.flatMap(operationReferences) : []
  return [...inside, ...membersOf(body), ...extensionReferences(body)]
}

function operationReferences(operation: Json): string[] {
  const path = String(member(operation, 'path') ?? '').toLowerCase()
  const value = member(operation, 'value')
  const isReference = /(^|:)members($|\[|\.value)/.test(path) || /(^|:)manager($|\.value)/.test(path)
  if (isReference) return valuesOf(value)
  return isObject(value) ? [...membersOf(value), ...extensionReferences(value)] : []
}

function membersOf(body: JsonObject): string[] {
  return entry(body, 'members').flatMap(valuesOf)
}

function extensionReferences(body: JsonObject): string[] {
  const containers = [
    body,
    ...Object.entries(body).flatMap(([k, v]) => (/^urn:/i.test(k) && isObject(v) ? [v] : [])),
  ]
  const dotted = Object.entries(body).flatMap(([k, v]) =>
    /^urn:.*:manager(\.value)?$/i.test(k) ? valuesOf(v) : [],
  )
  return [...dotted, ...containers.flatMap((container) => entry(container, 'manager').flatMap(valuesOf))]
}

function entry(body: JsonObject, name: string): Json[] {
  return Object.entries(body).flatMap(([k, v]) => (k.toLowerCase() === name ? [v] : []))
}

function valuesOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(valuesOf)
  const inner = member(value, 'value')
  return typeof inner === 'string' && inner !== '' ? [inner] : []
}
