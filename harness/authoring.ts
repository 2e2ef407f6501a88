import {
  type Exchange,
  isObject,
  type Json,
  type JsonObject,
  member,
  type ScimRequest,
  URN,
  withQuery,
} from '#scim'

/** A GET, with its query percent-encoded. */
export function get(
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): ScimRequest {
  return { method: 'GET', path: withQuery(path, query) }
}

/** A PATCH with these operations. */
export function patch(path: string, ...Operations: JsonObject[]): ScimRequest {
  return { method: 'PATCH', path, body: { schemas: [URN.patchOp], Operations } }
}

/** A resource or message that an exchange brought; `undefined` where there was none. */
export function bodyOf(exchange: Exchange): JsonObject | undefined {
  const body = exchange.response?.body
  return isObject(body) ? body : undefined
}

/** The `Resources` of a ListResponse; empty where there are none. */
export function resourcesIn(exchange: Exchange): JsonObject[] {
  const list = member(exchange.response?.body, 'Resources')
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** The ids in a ListResponse, in order. */
export function idsIn(exchange: Exchange): string[] {
  return resourcesIn(exchange).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
}

/** The elements of a multi-valued attribute; a missing one has none. */
export function elementsOf(resource: JsonObject | undefined, attribute: string): Json[] {
  const value = member(resource, attribute)
  return Array.isArray(value) ? value : []
}
