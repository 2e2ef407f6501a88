import { type Json, type JsonObject, ScimError, type ScimType, URN } from '#scim'
import { type Filter, parseAttributePath } from '#scim/path'
import type { ProjectionOptions } from '#scim/projection'
import { knownUrns, memberOf, type SortOrder } from '#scim/resource'
import { type ResourceModel, sameUrn } from '#scim/schema'
import { type Call, projectionOf } from './call.ts'
import { walkOver } from './cursor.ts'
import { badRequest } from './errors.ts'
import type { Reply } from './exchange.ts'
import { readJson } from './incoming.ts'
import { honestKernel } from './kernel.ts'
import { readFilter } from './read-filter.ts'
import type { Service } from './service.ts'
import type { Settings } from './settings.ts'
import type { Stored } from './store.ts'
import { shownOf, wholeOf } from './view.ts'

/** The parameters of RFC 7644 section 3.4.2, as they came. */
interface Query extends ProjectionOptions {
  readonly filter?: Json | undefined
  readonly sortBy?: Json | undefined
  readonly sortOrder?: Json | undefined
  readonly startIndex?: Json | undefined
  readonly count?: Json | undefined
  readonly cursor?: Json | undefined
}

/** GET on a resource type, or on the root for all of them. */
export function list(call: Call, model?: ResourceModel): Reply {
  const { query } = call.address
  const parameter = (name: string) => query.get(name)
  return answer(call.service, model, {
    ...projectionOf(call),
    filter: parameter('filter'),
    sortBy: parameter('sortBy'),
    sortOrder: parameter('sortOrder'),
    startIndex: parameter('startIndex'),
    count: parameter('count'),
    cursor: parameter('cursor'),
  })
}

/** POST to `/.search` (RFC 7644 section 3.4.3). */
export function search({ request, service }: Call, model?: ResourceModel): Reply {
  const body = readJson(request.body)
  const schemas = memberOf(body, 'schemas')
  const named =
    Array.isArray(schemas) &&
    schemas.some((urn) => typeof urn === 'string' && sameUrn(urn, URN.searchRequest))
  if (!named) throw badRequest('invalidSyntax', `schemas has to contain ${URN.searchRequest}`)
  const query: Query = {
    attributes: namesIn(body, 'attributes'),
    excludedAttributes: namesIn(body, 'excludedAttributes'),
    filter: memberOf(body, 'filter'),
    sortBy: memberOf(body, 'sortBy'),
    sortOrder: memberOf(body, 'sortOrder'),
    startIndex: memberOf(body, 'startIndex'),
    count: memberOf(body, 'count'),
    cursor: memberOf(body, 'cursor'),
  }
  try {
    return answer(service, model, query)
  } catch (error) {
    // SPEC: RFC7644-3.12-28: sensitive is said of what stands in a request URI, and this does not.
    if (error instanceof ScimError && error.scimType === 'sensitive')
      throw badRequest('invalidFilter', error.message)
    throw error
  }
}

function namesIn(body: JsonObject, name: string): string[] {
  const list = memberOf(body, name) ?? []
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list
  throw badRequest('invalidSyntax', `${name} has to be an array of attribute names`)
}

function answer(service: Service, model: ResourceModel | undefined, query: Query): Reply {
  return byCursor(service.settings, query)
    ? pageByCursor(service, model, query)
    : pageByIndex(service, model, query)
}

/** SPEC: RFC9865-2.4-01 and -02: the parameter says which method, or else the service does. */
function byCursor({ paging }: Settings, { cursor, startIndex }: Query): boolean {
  if (!paging.cursor || !paging.index) return paging.cursor
  if (isGiven(cursor)) return true
  return paging.method === 'cursor' && !isGiven(startIndex)
}

const isGiven = (value: Json | undefined) => value !== undefined && value !== null

function pageByIndex(service: Service, model: ResourceModel | undefined, query: Query): Reply {
  const startIndex = Math.max(1, integer('startIndex', query.startIndex, 'invalidValue') ?? 1)
  const count = countOf(service.settings, query, 'invalidValue')
  const found = matchesOf(service, model, query)
  const page = service.kernel.page(found, startIndex, count)
  return listReply(service, page, query, { totalResults: found.length, startIndex })
}

/** RFC 9865. */
function pageByCursor(service: Service, model: ResourceModel | undefined, query: Query): Reply {
  const { settings, store, kernel, cursors } = service
  const { filter, sortBy, sortOrder, cursor } = query
  const asked = JSON.stringify([model?.type.name, filter, sortBy, sortOrder])
  const now = service.now().getTime()
  const count = countOf(settings, query, 'invalidCount')
  const isFirst = !isGiven(cursor) || cursor === ''
  const { walk, from } = isFirst
    ? { walk: walkOver(matchesOf(service, model, query), { query: asked, count, born: now }), from: 0 }
    : cursors.find(cursor as Json, asked, now, settings.paging.timeout)
  const isOther = isGiven(query.count) && count !== walk.count
  if (isOther && settings.paging.changedCount === 'refuse')
    throw badRequest('invalidCount', 'count has to stay what it was on the first page')
  const matches = matcher(service, model, filter)
  const all = walk.ids.map((id) => {
    const stored = store.get(id)
    return stored && matches(stored) ? stored : undefined
  })
  const { items, next, previous } = kernel.stretch(all, from, isOther ? count : walk.count)
  const leadTo = (place: number | undefined, name: string): JsonObject =>
    place === undefined ? {} : { [name]: cursors.cursorFor({ walk, from: place }, settings.newId) }
  return listReply(service, items, query, {
    ...(settings.paging.total || (next ?? previous) === undefined ? { totalResults: walk.ids.length } : {}),
    ...leadTo(next, 'nextCursor'),
    ...leadTo(settings.paging.previous ? previous : undefined, 'previousCursor'),
  })
}

function listReply(service: Service, page: readonly Stored[], query: Query, place: JsonObject): Reply {
  const body = {
    schemas: [URN.listResponse],
    ...place,
    itemsPerPage: page.length,
    Resources: page.map((stored) => shownOf(service, stored, query)),
  }
  return { status: 200, headers: {}, body }
}

/** How many the page may hold. */
function countOf({ paging, pageSize }: Settings, { count }: Query, scimType: ScimType): number {
  const asked = integer('count', count, scimType) ?? paging.defaultSize ?? pageSize
  if (asked > pageSize && paging.largeCount === 'refuse' && scimType === 'invalidCount')
    throw badRequest('invalidCount', `count is ${pageSize} at the most`)
  return Math.max(0, Math.min(asked, pageSize))
}

function integer(name: string, value: Json | undefined, scimType: ScimType): number | undefined {
  if (!isGiven(value)) return undefined
  const number = typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number)) return number
  throw badRequest(scimType, `${name} has to be an integer`)
}

/** All that match, in order. */
function matchesOf(service: Service, model: ResourceModel | undefined, query: Query): Stored[] {
  const matches = matcher(service, model, query.filter)
  const candidates = namesakes(service, model, query.filter) ?? service.store.all(model)
  return sorted(service, model, candidates.filter(matches), query)
}

/** Those whom a filter on a name alone can find, so that it is quick with any number of resources. */
function namesakes(
  { kernel, store }: Service,
  model: ResourceModel | undefined,
  text: Json | undefined,
): Stored[] | undefined {
  // Whoever reads filters in another way finds others, too.
  if (!model || typeof text !== 'string' || kernel.matches !== honestKernel.matches) return undefined
  const filter = kernel.parseFilter(text, model)
  if (filter.kind !== 'compare' || filter.op !== 'eq' || typeof filter.value !== 'string') return undefined
  const { attribute, sub, uri } = filter.path
  return sub === undefined && uri === undefined ? store.named(model, attribute, filter.value) : undefined
}

function matcher(
  service: Service,
  model: ResourceModel | undefined,
  text: Json | undefined,
): (stored: Stored) => boolean {
  if (text === undefined || text === null) return () => true
  if (!service.settings.features.filter) {
    throw new ScimError(service.settings.unsupported, undefined, 'Filters are not supported')
  }
  const filter: Filter = readFilter(service, text, model)
  return (stored) => service.kernel.matches(filter, wholeOf(service, stored), stored.model)
}

function sorted(service: Service, model: ResourceModel | undefined, found: Stored[], query: Query): Stored[] {
  const { sortBy, sortOrder } = query
  if (sortBy === undefined || sortBy === null || !service.settings.features.sort) return found
  const order = orderOf(sortOrder)
  if (typeof sortBy !== 'string') throw badRequest('invalidValue', 'sortBy has to be an attribute name')
  const known = model ?? service.union
  const path = parseAttributePath(sortBy, knownUrns(known))
  const wholes = found.map((stored) => wholeOf(service, stored))
  return service.kernel
    .sort(wholes, known, path, order)
    .flatMap((whole) => service.store.get(String(whole.id)) ?? [])
}

function orderOf(order: Json | undefined): SortOrder {
  if (order === undefined || order === null || order === '') return 'ascending'
  if (order === 'ascending' || order === 'descending') return order
  throw badRequest('invalidValue', 'sortOrder has to be ascending or descending')
}
