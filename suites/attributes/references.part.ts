import { type Act, get } from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject, member } from '#scim'

/** Path of a reference below the base URL; undefined where it leads elsewhere, so that nothing can be asked there. */
export function pathOf(reference: Json | undefined, base: string): string | undefined {
  if (typeof reference !== 'string') return undefined
  const root = new URL(`${base}/`)
  const url = URL.canParse(reference, root.href) ? new URL(reference, root.href) : undefined
  const isBelow = url?.origin === root.origin && url.pathname.startsWith(root.pathname)
  // A relative one that begins with a slash may mean the service as well as the host.
  if (isBelow) return url.pathname.slice(root.pathname.length - 1)
  return /^\/[^/]/.test(reference) ? reference : undefined
}

/** An http or https address, or one that is relative to the service. */
export function isFollowable(reference: Json): boolean {
  return (
    typeof reference === 'string' &&
    (/^https?:\/\//i.test(reference) || !/^[a-z][a-z0-9+.-]*:/i.test(reference))
  )
}

/** Nothing that RFC 3986 section 6.2 would write in another way. */
export function isCanonical(reference: Json): boolean {
  if (typeof reference !== 'string') return false
  const authority = /^([A-Za-z][\w+.-]*):\/\/([^/?#]*)/.exec(reference)
  const [, scheme = '', host = ''] = authority ?? []
  const plain = `${scheme}${host}` === `${scheme}${host}`.toLowerCase()
  const port = (scheme === 'http' && /:80$/.test(host)) || (scheme === 'https' && /:443$/.test(host))
  return plain && !port && !/\/\.{1,2}(\/|$)/.test(reference)
}

/**
 * Reads what a reference leads to. To another host, that of a proxy perhaps, no credentials may go: then it cannot be tried.
 * Where it is no address of the service at all, what holds it is all there is to see.
 */
export async function follow(
  { blocked, facts, send }: Act,
  holder: Exchange,
  reference: Json | undefined,
): Promise<Exchange> {
  const path = pathOf(reference, facts.base)
  if (path !== undefined) return await send(get(path))
  return isElsewhere(reference, facts.base)
    ? blocked('the $ref leads to another host, where no credentials may go')
    : holder
}

function isElsewhere(reference: Json | undefined, base: string): boolean {
  if (typeof reference !== 'string' || !/^https?:/i.test(reference) || !URL.canParse(reference)) return false
  return new URL(reference).origin !== new URL(base).origin
}

/** Does the answer show the resource of this id, or say in a suitable way that it is not shown? */
export function leadsTo(target: Exchange, id: Json | undefined): boolean {
  const status = target.response?.status ?? 0
  return status === 200 ? member(target.response?.body, 'id') === id : [401, 403].includes(status)
}

/** The first of several values, or the one. */
export function firstIn(value: Json | undefined): JsonObject | undefined {
  const [first] = [value].flat()
  return isObject(first) ? first : undefined
}

export function lost(target: Exchange): Exchange {
  return answering(target, { status: 404, body: { status: '404' } })
}
