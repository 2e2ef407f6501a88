import { isObject, type Json, type JsonObject, member, type ScimRequest, type ScimResponse, URN } from '#scim'

/**
 * A target for tests of the simulator: just enough of a SCIM service, in memory, written without the kernel so that
 * the two cannot agree on a mistake. It takes every habit of the dialects.
 */
export type Target = (request: ScimRequest) => ScimResponse

type Store = Map<string, JsonObject>

export function createTarget(): Target {
  const stores: Record<string, Store> = { Users: new Map(), Groups: new Map() }
  let count = 0
  return ({ method, path, body }) => {
    const url = new URL(`http://target${path}`)
    const [, collection = '', id] = url.pathname.split('/').map(decodeURIComponent)
    const store = stores[collection]
    if (!store) return answer(200, { schemas: [URN.listResponse], totalResults: 0, Resources: [] })
    if (method === 'POST') return create(store, `id-${++count}`, body ?? null)
    if (id === undefined) return list(store, url.searchParams)
    const resource = store.get(id)
    if (!resource) return error(404)
    if (method === 'PATCH') return patch(store, id, resource, body ?? null)
    if (method === 'PUT') return put(store, id, body ?? null)
    if (method === 'DELETE') return remove(stores, store, id)
    return answer(200, without(resource, url.searchParams.get('excludedAttributes')))
  }
}

function answer(status: number, body?: Json): ScimResponse {
  return { status, headers: {}, ...(body === undefined ? {} : { body: structuredClone(body) }) }
}

function error(status: number): ScimResponse {
  return answer(status, { schemas: [URN.error], status: String(status) })
}

function create(store: Store, id: string, body: Json): ScimResponse {
  if (!isObject(body)) return error(400)
  const name = member(body, 'userName')
  const taken = [...store.values()].some((each) => name !== undefined && each.userName === name)
  if (taken) return error(409)
  store.set(id, { ...structuredClone(body), id })
  return answer(201, store.get(id))
}

function put(store: Store, id: string, body: Json): ScimResponse {
  if (!isObject(body)) return error(400)
  store.set(id, { ...structuredClone(body), id })
  return answer(200, store.get(id))
}

const PAGE = 100

function list(store: Store, parameters: URLSearchParams): ScimResponse {
  const filter = /^(.+) eq ("(?:[^"\\]|\\.)*")$/.exec(parameters.get('filter') ?? '')
  const wanted = filter ? String(JSON.parse(filter[2] ?? '""')).toLowerCase() : ''
  const all = [...store.values()]
  const hits = filter ? all.filter((each) => valuesAt(each, filter[1] ?? '').includes(wanted)) : all
  const from = Math.max(1, Number(parameters.get('startIndex') ?? 1)) - 1
  const page = hits.slice(from, from + Number(parameters.get('count') ?? PAGE))
  const Resources = page.map((each) => without(each, parameters.get('excludedAttributes')))
  const numbers = { totalResults: hits.length, startIndex: from + 1, itemsPerPage: page.length }
  return answer(200, { schemas: [URN.listResponse], ...numbers, Resources })
}

/** In small letters. */
function valuesAt(resource: JsonObject, path: string): string[] {
  const typed = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/.exec(path)
  if (typed) {
    const [, attribute = '', type = '', sub = ''] = typed
    const elements = listOf(resource[attribute]).filter((each) => member(each, 'type') === type)
    return elements.map((each) => String(member(each, sub)).toLowerCase())
  }
  const colon = path.startsWith('urn:') ? path.lastIndexOf(':') : -1
  const place = colon > 0 ? resource[path.slice(0, colon)] : resource
  const value = member(place, colon > 0 ? path.slice(colon + 1) : path)
  return value === undefined ? [] : [String(value).toLowerCase()]
}

function without(resource: JsonObject, name: string | null): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([key]) => key !== name))
}

function remove(stores: Record<string, Store>, store: Store, id: string): ScimResponse {
  store.delete(id)
  for (const group of stores.Groups?.values() ?? []) dropMembers(group, [id])
  return answer(204)
}

function dropMembers(group: JsonObject, ids: readonly Json[]): void {
  group.members = listOf(group.members).filter((each) => !ids.includes(member(each, 'value') ?? null))
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

function patch(store: Store, id: string, resource: JsonObject, body: Json): ScimResponse {
  const changed = structuredClone(resource)
  for (const operation of listOf(member(body, 'Operations'))) apply(changed, operation)
  store.set(id, changed)
  return answer(204)
}

function apply(resource: JsonObject, operation: Json): void {
  const op = String(member(operation, 'op')).toLowerCase()
  const named = member(operation, 'path')
  const value = member(operation, 'value') ?? null
  if (named === undefined) {
    for (const [path, part] of Object.entries(isObject(value) ? value : {})) applyTo(resource, op, path, part)
    return
  }
  applyTo(resource, op, String(named), value)
}

function applyTo(resource: JsonObject, op: string, path: string, value: Json): void {
  if (path.startsWith('members')) changeMembers(resource, op, path, value)
  else if (op === 'remove') erase(resource, path)
  else assign(resource, path, value)
}

function changeMembers(resource: JsonObject, op: string, path: string, value: Json): void {
  const one = /value eq "(.*)"/.exec(path)?.[1]
  if (op === 'remove' && one === undefined && value === null) resource.members = []
  else if (op === 'remove') {
    dropMembers(
      resource,
      one === undefined ? listOf(value).map((each) => member(each, 'value') ?? null) : [one],
    )
  } else {
    const given = listOf(value)
    const ids = given.map((each) => member(each, 'value') ?? null)
    if (op === 'add') dropMembers(resource, ids)
    resource.members = op === 'add' ? [...listOf(resource.members), ...given] : given
  }
}

function assign(resource: JsonObject, path: string, value: Json): void {
  const [place, name] = locate(resource, path)
  const typed = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/.exec(name)
  if (typed) {
    const [, attribute = '', type = '', sub = ''] = typed
    const all = listOf(place[attribute])
    const own = all.find((each) => member(each, 'type') === type)
    const changed = { ...(isObject(own) ? own : { type }), [sub]: value }
    place[attribute] = own ? all.map((each) => (each === own ? changed : each)) : [...all, changed]
  } else if (name === 'emails') {
    place.emails = [...listOf(place.emails), ...listOf(value)]
  } else if (name === 'manager') {
    place.manager = isObject(value) ? value : { value }
  } else {
    const typed = booleanIn(value)
    place[name] = isObject(typed) && isObject(place[name]) ? { ...place[name], ...typed } : typed
  }
}

/** Accepted as text too, in any case. */
function booleanIn(value: Json): Json {
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  return text === 'true' ? true : text === 'false' ? false : value
}

function erase(resource: JsonObject, path: string): void {
  const [place, name] = locate(resource, path)
  delete place[name.split('[')[0] ?? '']
}

function locate(resource: JsonObject, path: string): [JsonObject, string] {
  const colon = path.startsWith('urn:') ? path.lastIndexOf(':') : -1
  if (colon > 0) return [inner(resource, path.slice(0, colon)), path.slice(colon + 1)]
  const dot = path.includes('[') ? -1 : path.indexOf('.')
  return dot > 0 ? [inner(resource, path.slice(0, dot)), path.slice(dot + 1)] : [resource, path]
}

function inner(resource: JsonObject, name: string): JsonObject {
  const found = resource[name]
  const place = isObject(found) ? found : {}
  resource[name] = place
  return place
}
