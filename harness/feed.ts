import { type Exchange, member, withQuery } from '#scim'
import { retryAfter } from './client.ts'
import { type Asked, observeFeed, placeholders } from './feed-observe.ts'
import type { Limiter } from './limiter.ts'
import { parseBody } from './observe.ts'
import type { Redactor } from './redact.ts'
import { type Transport, TransportFailure, type WireResponse } from './transport.ts'

/** Where the read side of the target is. Plain data: it goes into the record. */
export interface FeedFacts {
  /** Absolute, without a slash at its end: `…/brukersynkronisering/sync/api/v1`. */
  readonly base: string
  readonly fiksOrgId: string
  readonly maalSystem: string
}

/** The two streams, by the last part of their address. */
export type FeedStream = 'brukere' | 'grupper'

export interface FeedQuery {
  /** The page whose sync token goes with the request: nobody sees the token itself. Without it the reading begins anew. */
  readonly after?: Exchange
  /** One character of that token is changed. */
  readonly altered?: true
  readonly limit?: number
  readonly maxGroupSize?: number
  /** In place of the run's organisation. */
  readonly fiksOrgId?: string
  readonly credentials?: 'own' | 'none' | 'wrong'
}

/** The read-only door to what the target tells other systems (KS Digital, Sync API). It sends nothing but GET. */
export interface Feed {
  /** One page, whatever comes back. */
  page(stream: FeedStream, query?: FeedQuery): Promise<Exchange>
  /** One user or group, whatever comes back. */
  one(what: 'bruker' | 'gruppe', id: string, query?: Pick<FeedQuery, 'credentials'>): Promise<Exchange>
  /** The organisations that have a source. */
  organisations(): Promise<Exchange>
  /** The last page of everything that there is so far; its token is the place to go on from. */
  now(stream: FeedStream): Promise<Exchange>
  /**
   * Reads on from a page until the test holds of the pages, or the feed has nothing more and its time is up. Obeys what
   * consumers must: only `hasMore` says whether to ask again at once, tokens go back as they came, and a lost one means
   * to begin anew.
   *
   * @throws FeedUnusable
   */
  follow(
    stream: FeedStream,
    after: Exchange | undefined,
    until: (pages: readonly Exchange[]) => boolean,
    query?: Pick<FeedQuery, 'limit' | 'maxGroupSize'>,
  ): Promise<readonly Exchange[]>
}

/** The feed cannot be read: a check that needs it is blocked. */
export class FeedUnusable extends Error {
  override readonly name = 'FeedUnusable'
}

export interface FeedOptions extends FeedFacts {
  readonly transport: Transport
  /** Bearer token of its own. It goes nowhere else, and no other credentials come here. */
  readonly token?: string
  readonly redactor: Redactor
  readonly limiter: Limiter
  /** Whether the run made the resource with this id. */
  readonly isOurs: (id: string) => boolean
  /** The run's mark. */
  readonly tag: string
  /** What makes placeholders of this run unlike those of others. */
  readonly salt: string
  /** Milliseconds within which what was written by SCIM arrives. */
  readonly settle: number
  readonly onExchange: (exchange: Exchange) => void
  readonly now?: () => number
}

/** The feed of a run, for one item after the other. */
export interface FeedDoor {
  /** @param by the item's id, for the record */
  for(by: string): Feed
}

const NOT_ISSUED = 'Bearer not-issued-by-anybody'
/** Pages of one reading, and empty ones in a row: a feed that never ends must not keep a run. */
const MOST_PAGES = 5_000
const MOST_EMPTY = 100
const PAGE = 1000
const POLL = 100
const POLLS = 10

/** Ids are the same after these; after the others nobody knows who is who. */
const BEGIN_ANEW = new Set(['TOKEN_EXPIRED', 'FULL_RESYNC_REQUESTED'])

export function createFeed(options: FeedOptions): FeedDoor {
  const wire = createWire(options)
  /** The last page that anybody read of each stream: nobody has to begin at the beginning again. */
  const heads = new Map<FeedStream, Exchange>()
  const turns = new Map<FeedStream, Promise<unknown>>()
  return {
    for: (by) => {
      const page: Feed['page'] = (stream, query = {}) => wire.page(by, stream, query)
      const follow: Feed['follow'] = (stream, after, until, query = {}) =>
        read({ page, stream, after, until, query, settle: options.settle })
      const toTheEnd = async (stream: FeedStream): Promise<Exchange> => {
        const pages = await follow(stream, heads.get(stream), (seen) => !hasMore(seen.at(-1)), {
          limit: PAGE,
        })
        const last = pages.at(-1) as Exchange
        heads.set(stream, last)
        return last
      }
      return {
        page,
        follow,
        one: (what, id, query = {}) => wire.one(by, what, id, query),
        organisations: () => wire.organisations(by),
        now: (stream) => {
          // One after the other: who comes second goes on where the first one stopped.
          const before = turns.get(stream) ?? Promise.resolve()
          const turn = before.catch(() => undefined).then(() => toTheEnd(stream))
          turns.set(stream, turn)
          return turn
        },
      }
    },
  }
}

interface Reading {
  readonly page: Feed['page']
  readonly stream: FeedStream
  readonly after: Exchange | undefined
  readonly until: (pages: readonly Exchange[]) => boolean
  readonly query: Pick<FeedQuery, 'limit' | 'maxGroupSize'>
  readonly settle: number
}

async function read({ page, stream, after, until, query, settle }: Reading): Promise<readonly Exchange[]> {
  const end = performance.now() + settle
  const pause = Math.max(POLL, settle / POLLS)
  const pages: Exchange[] = []
  let place = after
  let empty = 0
  let begunAnew = false
  for (;;) {
    if (pages.length >= MOST_PAGES || empty >= MOST_EMPTY)
      throw new FeedUnusable(`the Sync API says that there is more after ${pages.length} pages`)
    const seen = await page(stream, { limit: PAGE, ...query, ...(place ? { after: place } : {}) })
    if (seen.response?.status !== 200) {
      if (!mayBeginAnew(seen) || !place || begunAnew) throw new FeedUnusable(refusalOf(seen))
      // The old token is worth nothing any more: it is never sent again.
      place = undefined
      begunAnew = true
      continue
    }
    pages.push(seen)
    place = seen
    if (until(pages)) return pages
    if (hasMore(seen)) empty = isEmpty(seen) ? empty + 1 : 0
    else if (performance.now() >= end) return pages
    else await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

function hasMore(page: Exchange | undefined): boolean {
  return member(page?.response?.body, 'hasMore') === true
}

function isEmpty(page: Exchange): boolean {
  const events = member(page.response?.body, 'events')
  return !Array.isArray(events) || events.length === 0
}

/** Decided by the code alone: what the message says may change. */
function mayBeginAnew({ response }: Exchange): boolean {
  return response?.status === 410 && BEGIN_ANEW.has(String(member(response.body, 'errorCode')))
}

function refusalOf({ response, failure }: Exchange): string {
  if (!response) return `the Sync API gave no answer (${failure?.message ?? 'nothing'})`
  const code = member(response.body, 'errorCode')
  const told = typeof code === 'string' ? ` (${code.slice(0, 60)})` : ''
  return `the Sync API answered ${response.status}${told}`
}

/** Sends requests and makes exchanges of them. Keeps the tokens: outside there are only placeholders. */
function createWire(options: FeedOptions) {
  const { base, fiksOrgId, maalSystem, redactor } = options
  const now = options.now ?? (() => performance.now())
  const placeholder = placeholders(options.salt)
  /** By the page that brought it. */
  const tokens = new Map<string, string>()
  const known = new Set<string>()
  let count = 0
  const asked = { path: (...parts: readonly string[]) => `/${parts.map(encodeURIComponent).join('/')}` }

  const once = async (by: string, { path, query = {}, token, credentials, kind }: Request) => {
    const address = (syncToken: string | undefined) =>
      withQuery(path, { ...query, ...(syncToken === undefined ? {} : { syncToken }) })
    const headers = { accept: 'application/json', ...authorization(credentials, options.token) }
    let at = 0
    const answer = await options.limiter(() => {
      at = now()
      return send(`${base}${address(token)}`, headers, options.transport)
    })
    const id = `s${++count}`
    const shown = redactor.text(address(token === undefined ? undefined : placeholder(token)))
    const exchange: Exchange = Object.freeze({
      id,
      by,
      request: { method: 'GET', path: shown, headers: { accept: headers.accept } },
      ...observeFeed(answer, kind, token === undefined ? known : known.add(token), {
        ...options,
        placeholder,
      }),
      elsewhere: { door: 'sync', base },
      ...(credentials === 'own' ? {} : { credentials }),
      at: Math.round(at),
      ms: Math.round((now() - at) * 10) / 10,
    } as const)
    if (!(answer instanceof TransportFailure)) keepToken(id, answer)
    options.onExchange(exchange)
    return { exchange, answer }
  }
  const keepToken = (id: string, answer: WireResponse) => {
    const token = member(parseBody(answer.body).json, 'syncToken')
    if (answer.status !== 200 || typeof token !== 'string') return
    tokens.set(id, token)
    known.add(token)
  }
  const get = async (by: string, request: Request): Promise<Exchange> => {
    for (let attempt = 0; ; attempt++) {
      const { exchange, answer } = await once(by, request)
      const again = retryAfter(answer, attempt)
      if (again === undefined) return exchange
      await new Promise((resolve) => setTimeout(resolve, again))
    }
  }
  return {
    page: (by: string, stream: FeedStream, query: FeedQuery) => {
      const { after, altered, limit, maxGroupSize, credentials = 'own' } = query
      const known = after && tokens.get(after.id)
      if (after && known === undefined)
        throw new FeedUnusable('the Sync API gave no sync token to go on with')
      const token = known !== undefined && altered ? withOneChange(known) : known
      return get(by, {
        path: asked.path(query.fiksOrgId ?? fiksOrgId, maalSystem, stream),
        query: { limit, maxGroupSize: stream === 'grupper' ? maxGroupSize : undefined },
        token,
        credentials,
        kind: 'page',
      })
    },
    one: (by: string, what: string, id: string, { credentials = 'own' }: Pick<FeedQuery, 'credentials'>) =>
      get(by, { path: asked.path(fiksOrgId, maalSystem, what, id), credentials, kind: 'lookup' }),
    organisations: (by: string) =>
      get(by, { path: asked.path(maalSystem, 'organisasjoner'), credentials: 'own', kind: 'organisations' }),
  }
}

interface Request {
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly token?: string | undefined
  readonly credentials: 'own' | 'none' | 'wrong'
  readonly kind: Asked
}

function authorization(
  credentials: Request['credentials'],
  token: string | undefined,
): { authorization?: string } {
  if (credentials === 'wrong') return { authorization: NOT_ISSUED }
  return credentials === 'own' && token !== undefined ? { authorization: `Bearer ${token}` } : {}
}

/** In the middle: the last character of what is encoded may have bits that say nothing. */
function withOneChange(token: string): string {
  const at = Math.floor(token.length / 2)
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}

async function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  transport: Transport,
): Promise<WireResponse | TransportFailure> {
  try {
    return await transport({ method: 'GET', url, headers })
  } catch (error) {
    if (error instanceof TransportFailure) return error
    throw error
  }
}
