import { type JsonObject, ScimError, URN } from '#scim'
import { resourceTypeToJson, type Schema, sameUrn, schemaToJson } from '#scim/schema'
import type { Call } from './call.ts'
import { notFound, Refusal } from './errors.ts'
import type { Reply } from './exchange.ts'
import type { Service } from './service.ts'

/** The three endpoints by which a service describes itself (RFC 7644 section 4). */
export const DISCOVERY = ['ServiceProviderConfig', 'ResourceTypes', 'Schemas'] as const

/** @throws ScimError 403 for a filter, 404, 501 */
export function discover(call: Call, kind: (typeof DISCOVERY)[number], name: string | undefined): Reply {
  const { request, address, service } = call
  if (request.method !== 'GET') throw new Refusal(501, `${kind} can only be read`, { allow: 'GET' })
  if (address.query.has('filter') && service.settings.discoveryFilter === 'refuse') {
    throw new ScimError(403, undefined, `${kind} cannot be filtered`)
  }
  return { status: 200, headers: {}, body: document(call, kind, name) }
}

function document(
  { service, address }: Call,
  kind: (typeof DISCOVERY)[number],
  name: string | undefined,
): JsonObject {
  if (kind === 'ServiceProviderConfig') {
    if (name !== undefined) throw notFound(address.path)
    return configOf(service)
  }
  const all = kind === 'Schemas' ? schemasOf(service) : typesOf(service)
  if (name === undefined) return listOf(all)
  // SPEC: RFC7643-6-06: names of resource types are case-exact, URNs are not.
  const found = all.find(({ id }) => (kind === 'Schemas' ? sameUrn(String(id), name) : id === name))
  if (!found) throw notFound(address.path)
  return found
}

/** SPEC: RFC7644-4-10: paging does not apply here. */
function listOf(all: JsonObject[]): JsonObject {
  return {
    schemas: [URN.listResponse],
    totalResults: all.length,
    itemsPerPage: all.length,
    startIndex: 1,
    Resources: all,
  }
}

function located({ base, settings }: Service): string {
  return settings.location === 'absolute' ? base : base.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
}

function schemasOf(service: Service): JsonObject[] {
  return service.schemas.map((schema: Schema) => schemaToJson(schema, located(service)))
}

function typesOf(service: Service): JsonObject[] {
  return service.models.map(({ type, core }) => ({
    ...resourceTypeToJson(type, located(service)),
    description: core.description ?? type.name,
  }))
}

function configOf(service: Service): JsonObject {
  const { features, pageSize, paging, maxOperations, maxPayloadSize } = service.settings
  return {
    schemas: [URN.serviceProviderConfig],
    patch: { supported: features.patch },
    bulk: { supported: features.bulk, maxOperations, maxPayloadSize },
    filter: { supported: features.filter, maxResults: pageSize },
    changePassword: { supported: features.changePassword },
    sort: { supported: features.sort },
    etag: { supported: features.etag },
    authenticationSchemes: [BEARER],
    ...(paging.published ? { pagination: paginationOf(service) } : {}),
    meta: { resourceType: 'ServiceProviderConfig', location: `${located(service)}/ServiceProviderConfig` },
  }
}

/** RFC 9865 section 4. */
function paginationOf({ settings: { paging, pageSize } }: Service): JsonObject {
  const { cursor, index, method, timeout } = paging
  return {
    cursor,
    index,
    defaultPaginationMethod: method,
    defaultPageSize: Math.min(paging.defaultSize ?? pageSize, pageSize),
    maxPageSize: pageSize,
    ...(cursor ? { cursorTimeout: timeout } : {}),
  }
}

const BEARER = {
  type: 'oauthbearertoken',
  name: 'Bearer token',
  description: 'A token in the Authorization header, as in RFC 6750',
  specUri: 'https://www.rfc-editor.org/info/rfc6750',
  primary: true,
}
