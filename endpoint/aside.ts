import { type Json, type JsonObject, member, URN } from '#scim'
import type { EndpointRequest, Handler, Reply } from './exchange.ts'

/** What deviations do besides the client's request, with its credentials: it shows in nothing but its effect. */
export interface Aside {
  read(path: string): Reply
  /** The resources of a type that a filter selects. */
  find(endpoint: string, filter: string): JsonObject[]
  write(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: Json): Reply
  /** PATCH with these operations. */
  change(path: string, ...Operations: JsonObject[]): Reply
}

export function aside(request: EndpointRequest, next: Handler): Aside {
  const { 'if-match': _, 'if-none-match': __, ...headers } = request.headers
  const send = (method: string, path: string, body?: Json) =>
    next({
      method,
      path,
      headers: { ...headers, 'content-type': 'application/scim+json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    read: (path) => send('GET', path),
    find: (endpoint, filter) => {
      const list = member(send('GET', `${endpoint}?filter=${encodeURIComponent(filter)}`).body, 'Resources')
      return Array.isArray(list) ? (list as JsonObject[]) : []
    },
    write: send,
    change: (path, ...Operations) => send('PATCH', path, { schemas: [URN.patchOp], Operations }),
  }
}

/** What a deviation remembers, for each endpoint by itself. */
export function memory<Kept>(fresh: () => Kept): (next: Handler) => Kept {
  const kept = new WeakMap<Handler, Kept>()
  return (next) => {
    const known = kept.get(next) ?? fresh()
    kept.set(next, known)
    return known
  }
}

export function succeeded({ status }: Reply): boolean {
  return Math.trunc(status / 100) === 2
}

/** `/Users/<id>` of a resource in a reply. */
export function pathOf(endpoint: string, body: Json | undefined): string {
  return `${endpoint}/${encodeURIComponent(String(member(body, 'id')))}`
}

/** Whether a request is to one resource of a type. */
export function isOne({ path }: EndpointRequest, endpoint: string): boolean {
  return new RegExp(`^${endpoint}/[^/?]+$`).test(path) && !path.endsWith('/.search')
}
