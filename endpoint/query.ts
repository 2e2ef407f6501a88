import { type Json, type JsonObject, ScimError, URN } from '#scim'
import { type Filter, parseAttributePath } from '#scim/path'
import type { ProjectionOptions } from '#scim/projection'
import { knownUrns, memberOf, type SortOrder } from '#scim/resource'
import { type ResourceModel, sameUrn } from '#scim/schema'
import { type Call, projectionOf } from './call.ts'
import { badRequest } from './errors.ts'
import type { Reply } from './exchange.ts'
import { readJson } from './incoming.ts'
import { readFilter } from './read-filter.ts'
import type { Service } from './service.ts'
import type { Stored } from './store.ts'
import { shownOf, wholeOf } from './view.ts'

/** The parameters of RFC 7644 section 3.4.2, as they came. */
interface Query extends ProjectionOptions {
  readonly filter?: Json | undefined
  readonly sortBy?: Json | undefined
  readonly sortOrder?: Json | undefined
  readonly startIndex?: Json | undefined
  readonly count?: Json | undefined
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
  return answer(service, model, {
    attributes: namesIn(body, 'attributes'),
    excludedAttributes: namesIn(body, 'excludedAttributes'),
    filter: memberOf(body, 'filter'),
    sortBy: memberOf(body, 'sortBy'),
    sortOrder: memberOf(body, 'sortOrder'),
    startIndex: memberOf(body, 'startIndex'),
    count: memberOf(body, 'count'),
  })
}

function namesIn(body: JsonObject, name: string): string[] {
  const list = memberOf(body, name) ?? []
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list
  throw badRequest('invalidSyntax', `${name} has to be an array of attribute names`)
}

function answer(service: Service, model: ResourceModel | undefined, query: Query): Reply {
  const startIndex = Math.max(1, integer('startIndex', query.startIndex) ?? 1)
  const count = Math.max(0, integer('count', query.count) ?? service.settings.pageSize)
  const found = sorted(service, model, filtered(service, model, query.filter), query)
  const page = service.kernel.page(found, startIndex, Math.min(count, service.settings.pageSize))
  const body = {
    schemas: [URN.listResponse],
    totalResults: found.length,
    itemsPerPage: page.length,
    startIndex,
    Resources: page.map((stored) => shownOf(service, stored, query)),
  }
  return { status: 200, headers: {}, body }
}

function integer(name: string, value: Json | undefined): number | undefined {
  if (value === undefined || value === null) return undefined
  const number = typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number)) return number
  throw badRequest('invalidValue', `${name} has to be an integer`)
}

function filtered(service: Service, model: ResourceModel | undefined, text: Json | undefined): Stored[] {
  const all = service.store.all(model)
  if (text === undefined || text === null) return all
  if (!service.settings.features.filter) {
    throw new ScimError(service.settings.unsupported, undefined, 'Filters are not supported')
  }
  const filter: Filter = readFilter(service, text, model)
  return all.filter((stored) => service.kernel.matches(filter, wholeOf(service, stored), stored.model))
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
