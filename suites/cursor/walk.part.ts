import { type Act, bodyOf, get, listOfAll } from '#check'
import { type Exchange, type Json, type ScimRequest, withQuery } from '#scim'

/** How many users the checks of this topic page through together, and how many a page may hold. */
export const SIZE = 5
export const COUNT = 2

/** More pages than a walk over five users can need, though each may be short and the last one empty. */
export const ENDLESS = 40

/** SPEC: RFC9865-2-03: what RFC 3986 calls unreserved. */
export const UNRESERVED = /^[A-Za-z0-9._~-]+$/

const textIn = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

export const nextOf = (page: Exchange): string | undefined => textIn(bodyOf(page)?.nextCursor)
export const previousOf = (page: Exchange): string | undefined => textIn(bodyOf(page)?.previousCursor)

/** A cursor goes into a URL as it came, as every client would put it there. */
export function withCursor(path: string, cursor: string): string {
  if (cursor !== '' && !UNRESERVED.test(cursor)) return withQuery(path, { cursor })
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`
}

/** Users whom nobody changes, in the order of their names: the same that suites/paging pages through. */
export async function pagedUsers(act: Act) {
  const set = act.sharedMark('paged')
  const made: Exchange[] = []
  for (let n = 1; n <= SIZE; n++) {
    const { created, path } = await act.shared('User', { userName: act.address(`${set}-${n}`) })
    made.push(bodyOf(created)?.id === undefined ? await act.send(get(path)) : created)
  }
  const filter = `userName sw "${set}"`
  const list = (query: object): ScimRequest => get(act.endpoint('User'), { filter, ...query })
  // A target may leave totalResults out (AMB-110): then there is nothing to wait for.
  await listOfAll(act, list({ count: COUNT }), SIZE)
  const ask = (cursor: string, query: object = { count: COUNT }): ScimRequest => {
    const request = list(query)
    return { ...request, path: withCursor(request.path, cursor) }
  }
  return { made, filter, list, ask }
}

/** The first page and another: there are more users than one page may hold. */
export async function firstPage(act: Act) {
  const users = await pagedUsers(act)
  const first = await act.send(users.ask(''))
  const next =
    nextOf(first) ?? act.blocked('the first page has no nextCursor, so there is nothing to go on with')
  return { ...users, first, next }
}

/** From page to page until there is no nextCursor, or one that was there before. */
export async function walk(
  { send }: Pick<Act, 'send'>,
  ask: (cursor: string) => ScimRequest,
): Promise<Exchange[]> {
  const pages: Exchange[] = []
  const used = new Set<string>()
  for (let cursor: string | undefined = ''; cursor !== undefined && pages.length < ENDLESS; ) {
    used.add(cursor)
    const page: Exchange = await send(ask(cursor))
    pages.push(page)
    const next = nextOf(page)
    cursor = next !== undefined && used.has(next) ? undefined : next
  }
  return pages
}

/** The cursor that a request asked with, by GET or in a search; undefined where it named none. */
export function askedCursor({ request }: Exchange): Json | undefined {
  if (request.method === 'POST') return bodyInSearch(request)
  const query = new URLSearchParams(request.path.split('?')[1] ?? '')
  return query.get('cursor') ?? undefined
}

function bodyInSearch({ path, body }: Exchange['request']): Json | undefined {
  if (!path.endsWith('/.search') || typeof body !== 'object' || body === null || Array.isArray(body))
    return undefined
  return body.cursor
}
