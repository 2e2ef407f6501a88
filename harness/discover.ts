import { type Exchange, type Json, member, type ScimRequest, URN, withQuery } from '#scim'
import {
  builtinModels,
  builtinSchemas,
  parseResourceTypes,
  parseSchemas,
  type ResourceType,
  type Schema,
} from '#scim/schema'
import type { Client } from './client.ts'
import type { Facts, Feature, Offer } from './facts.ts'

/** What a target without discovery is assumed to be, from the configuration. */
export interface Assumptions {
  readonly features?: Readonly<Partial<Record<Feature, boolean>>>
  readonly resourceTypes?: readonly ResourceType[]
  readonly schemas?: readonly Schema[]
  /** See `Facts`. */
  readonly certificateOnly?: true
  readonly tokens?: Facts['tokens']
  readonly parameters?: Facts['parameters']
  readonly sync?: Facts['sync']
  readonly load?: Facts['load']
}

/** Why a target cannot be tested at all. Sentences are made in `wording.ts`. */
export type Obstacle =
  | { readonly kind: 'no-answer'; readonly failure: string; readonly failureKind: string }
  | { readonly kind: 'credentials'; readonly status: number; readonly path: string }
  | { readonly kind: 'not-scim'; readonly status: number; readonly type: string; readonly path: string }
  | { readonly kind: 'no-resource'; readonly status: number; readonly path: string }

export interface Discovery {
  readonly facts?: Facts
  readonly obstacle?: Obstacle
}

const BY = 'discover'

/** Asks the discovery endpoints, probes what has no flag, and fills in from the configuration. Never writes. */
export async function discover(client: Client, assumed: Assumptions, tag: string): Promise<Discovery> {
  const get = async (path: string) => (await client.exchange({ method: 'GET', path }, BY)).exchange
  const config = await get('/ServiceProviderConfig')
  if (config.failure) {
    return {
      obstacle: { kind: 'no-answer', failure: config.failure.message, failureKind: config.failure.kind },
    }
  }
  const [types, schemas] = await Promise.all([get('/ResourceTypes'), get('/Schemas')])
  const described = describe(types, schemas, assumed)
  const collection =
    described.resourceTypes.find((type) => type.name === 'User') ?? described.resourceTypes[0]
  const filter = `userName eq "${tag}-nobody"`
  const list = await get(withQuery(collection?.endpoint ?? '/Users', { filter }))
  const obstacle = obstacleIn(list, [config, types, schemas])
  if (obstacle) return { obstacle }
  const probed = await probe(client, collection?.endpoint ?? '/Users', list, tag)
  return { facts: assemble(client.base, { config, types, schemas }, described, probed, assumed) }
}

interface Described {
  readonly resourceTypes: readonly ResourceType[]
  readonly schemas: readonly Schema[]
  readonly described: Facts['described']
  readonly notes: readonly string[]
}

function describe(types: Exchange, schemas: Exchange, assumed: Assumptions): Described {
  const published = bodyOf(types) === undefined ? undefined : parseResourceTypes(bodyOf(types) as Json)
  const readSchemas = bodyOf(schemas) === undefined ? undefined : parseSchemas(bodyOf(schemas) as Json)
  const notes = [...(published?.problems ?? []), ...(readSchemas?.problems ?? [])].map(
    ({ pointer, message }) => `${pointer || 'the list'}: ${message}`,
  )
  const own = published?.resourceTypes ?? []
  const served = readSchemas?.schemas ?? []
  const known = served.length > 0 ? served : (assumed.schemas ?? builtinSchemas)
  if (own.length > 0) return { resourceTypes: own, schemas: known, described: 'target', notes }
  const builtin = Object.values(builtinModels()).map(({ type }) => type)
  const origin = assumed.resourceTypes ? 'configuration' : 'built-in'
  return { resourceTypes: assumed.resourceTypes ?? builtin, schemas: known, described: origin, notes }
}

function obstacleIn(list: Exchange, discovery: readonly Exchange[]): Obstacle | undefined {
  const { response, request, failure } = list
  if (failure) return { kind: 'no-answer', failure: failure.message, failureKind: failure.kind }
  const status = response?.status ?? 0
  if (status === 401 || status === 403) return { kind: 'credentials', status, path: request.path }
  const anyJson = [list, ...discovery].some((exchange) => exchange.response?.body !== undefined)
  if (!anyJson)
    return { kind: 'not-scim', status, type: contentType(list) ?? 'no content type', path: request.path }
  if (status === 404 && discovery.every((exchange) => exchange.response?.status === 404)) {
    return { kind: 'no-resource', status, path: request.path }
  }
  return undefined
}

interface Probed {
  readonly filter: Exchange
  readonly search: Exchange
  readonly me: Exchange
  readonly anonymous: Exchange
}

async function probe(client: Client, endpoint: string, filter: Exchange, tag: string): Promise<Probed> {
  const send = async (request: ScimRequest, credentials: 'own' | 'none' = 'own') =>
    (await client.exchange(request, BY, credentials)).exchange
  const body = { schemas: [URN.searchRequest], filter: `userName eq "${tag}-nobody"`, count: 1 }
  const [search, me, anonymous] = await Promise.all([
    send({ method: 'POST', path: `${endpoint}/.search`, body }),
    send({ method: 'GET', path: '/Me' }),
    send({ method: 'GET', path: filter.request.path }, 'none'),
  ])
  return { filter, search, me, anonymous }
}

interface Asked {
  readonly config: Exchange
  readonly types: Exchange
  readonly schemas: Exchange
}

function assemble(
  base: string,
  asked: Asked,
  described: Described,
  probed: Probed,
  assumed: Assumptions,
): Facts {
  const config = bodyOf(asked.config)
  const offers: Record<Feature, Offer> = {
    serviceProviderConfig: served(asked.config),
    resourceTypes: served(asked.types),
    schemas: served(asked.schemas),
    put: { offered: true, why: 'RFC 7644 section 3.5 has every service provider support PUT' },
    patch: flag(config, 'patch', true),
    filter: flag(config, 'filter', ok(probed.filter)),
    sort: flag(config, 'sort', false),
    bulk: flag(config, 'bulk', false),
    etag: flag(config, 'etag', false),
    changePassword: flag(config, 'changePassword', false),
    search: answered(probed.search),
    me: answered(probed.me),
    credentials: credentialsOffer(probed.anonymous),
    index: pagingMethod(config, 'index', true),
    cursor: pagingMethod(config, 'cursor', false),
  }
  const set = Object.entries(assumed.features ?? {}) as [Feature, boolean][]
  for (const [feature, offered] of set) offers[feature] = { offered, why: 'the configuration says so' }
  const { tokens, parameters, sync, load } = assumed
  const given = {
    ...(tokens ? { tokens } : {}),
    ...(parameters ? { parameters } : {}),
    ...(sync ? { sync } : {}),
    ...(load ? { load } : {}),
  }
  const facts = { base, features: offers, ...described, limits: limitsIn(config), ...given }
  if (!assumed.certificateOnly) return facts
  const credentials = {
    offered: false,
    why: 'the client certificate is the only credential, and goes with every request',
  }
  return { ...facts, features: { ...offers, credentials }, certificateOnly: true }
}

function limitsIn(config: Json | undefined): Facts['limits'] {
  const number = (value: Json | undefined) => (typeof value === 'number' && value > 0 ? value : undefined)
  const maxResults = number(member(member(config, 'filter'), 'maxResults'))
  const maxOperations = number(member(member(config, 'bulk'), 'maxOperations'))
  const maxPayloadSize = number(member(member(config, 'bulk'), 'maxPayloadSize'))
  return {
    ...(maxResults ? { maxResults } : {}),
    ...(maxOperations ? { maxOperations } : {}),
    ...(maxPayloadSize ? { maxPayloadSize } : {}),
    ...pageLimits(member(config, 'pagination'), number),
  }
}

function pageLimits(pagination: Json | undefined, number: (value: Json | undefined) => number | undefined) {
  const names = ['defaultPageSize', 'maxPageSize', 'cursorTimeout'] as const
  const found = names.flatMap((name) => {
    const limit = number(member(pagination, name))
    return limit === undefined ? [] : [[name, limit] as const]
  })
  return Object.fromEntries(found) as Partial<Record<(typeof names)[number], number>>
}

function served(exchange: Exchange): Offer {
  const path = exchange.request.path
  if (ok(exchange) && bodyOf(exchange) !== undefined) return { offered: true, why: `GET ${path} answers` }
  return { offered: false, why: `GET ${path} ${answerOf(exchange)}` }
}

/** A flag of `/ServiceProviderConfig`, or what is assumed where the target publishes none. */
function flag(config: Json | undefined, name: string, otherwise: boolean): Offer {
  const supported = member(member(config, name), 'supported')
  if (typeof supported === 'boolean') {
    return { offered: supported, why: `/ServiceProviderConfig says ${name}.supported is ${supported}` }
  }
  const why = `/ServiceProviderConfig says nothing of ${name}${otherwise ? ', so it is tried' : ''}`
  return { offered: otherwise, why }
}

/** RFC 9865: paging by index is as old as SCIM and needs no announcement; paging by cursor does. */
function pagingMethod(config: Json | undefined, name: 'index' | 'cursor', otherwise: boolean): Offer {
  const supported = member(member(config, 'pagination'), name)
  if (typeof supported === 'boolean') {
    return { offered: supported, why: `/ServiceProviderConfig says pagination.${name} is ${supported}` }
  }
  return { offered: otherwise, why: `/ServiceProviderConfig says nothing of pagination.${name}` }
}

function answered(exchange: Exchange): Offer {
  const { method, path } = exchange.request
  return { offered: ok(exchange), why: `${method} ${path} ${answerOf(exchange)}` }
}

function credentialsOffer(anonymous: Exchange): Offer {
  const refused = anonymous.response?.status === 401 || anonymous.response?.status === 403
  if (refused) return { offered: true, why: 'the target refuses requests without credentials' }
  return { offered: false, why: `a request without credentials ${answerOf(anonymous)}` }
}

function answerOf(exchange: Exchange): string {
  if (exchange.failure) return `got no answer (${exchange.failure.message})`
  const type = exchange.response?.body === undefined && ok(exchange) ? ' without JSON' : ''
  return `answers ${exchange.response?.status}${type}`
}

const ok = (exchange: Exchange) => Math.trunc((exchange.response?.status ?? 0) / 100) === 2
const bodyOf = (exchange: Exchange) => (ok(exchange) ? exchange.response?.body : undefined)

function contentType(exchange: Exchange): string | undefined {
  return exchange.response?.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
}
