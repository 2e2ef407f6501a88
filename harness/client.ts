import {
  type Exchange,
  type Json,
  type JsonObject,
  lastSegment,
  member,
  type OtherToken,
  type ScimRequest,
  type ScimResponse,
} from '#scim'
import { type BulkOperation, bulkResults, refersToLater } from './bulk.ts'
import { createForesight, intentOf } from './foresight.ts'
import { type Admission, createGuard, type Guard, GuardRefusal } from './guard.ts'
import { type Intent, type Journal, marksOf } from './journal.ts'
import type { Limiter } from './limiter.ts'
import { type Observed, observe, parseBody } from './observe.ts'
import type { Redactor } from './redact.ts'
import { type Transport, TransportFailure, type WireResponse } from './transport.ts'

export interface ClientOptions {
  readonly transport: Transport
  /** Without a trailing slash. */
  readonly base: string
  /** `Authorization` and whatever else the target asks for. */
  readonly credentials: Readonly<Record<string, string>>
  /** Tokens to send in place of those, for requests that ask for one of them. */
  readonly tokens?: Readonly<Partial<Record<OtherToken, string>>>
  /** Sent with every request, with or without credentials. */
  readonly headers?: Readonly<Record<string, string>>
  /** Absent: nothing can be created (discovery, `plan`). */
  readonly journal?: Journal
  readonly redactor: Redactor
  readonly limiter: Limiter
  /** The run's mark, `st-<run>`. */
  readonly tag: string
  readonly onExchange?: (exchange: Exchange) => void
  /** The same for who can wait: what the exchange looks like is found out when it is called, or somebody else asks. */
  readonly onAnswered?: (observed: () => Observed) => void
  readonly now?: () => number
  /** Exchange ids begin with this, so that two clients of one run do not collide. */
  readonly prefix?: string
  /** How many exchanges an earlier client of the run had: ids are counted on. */
  readonly sent?: number
}

/** What a target says the run has made turns out to be something else: nothing is written to it. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs'

  constructor(path: string) {
    super(
      `the target gave ${path} for something that the run created, but what is there does not carry the run's mark`,
    )
  }
}

export type Credentials = 'own' | 'none' | 'wrong' | OtherToken

export interface Answered {
  /** Of the exchange. */
  readonly id: string
  /** Made of the answer when it is asked for. */
  readonly exchange: Exchange
  /** As the target sent it, unredacted. For simulated identity providers only; never kept. */
  readonly raw: ScimResponse | undefined
  /** Paths of the resources that it made: one of a create, several of a bulk request. */
  readonly made: readonly string[]
}

interface Sent extends Answered {
  /** Milliseconds until it is to be sent once more. */
  readonly again: number | undefined
}

export interface Client {
  readonly guard: Guard
  readonly base: string
  /** @param urgent goes before all requests that wait for their turn: those of long rows, which end last */
  exchange(request: ScimRequest, by: string, credentials?: Credentials, urgent?: boolean): Promise<Answered>
  /**
   * Writes that probably follow: what has to be on the disk before goes there now, and what has to be shown to be the
   * run's own before is looked at.
   */
  foresee(requests: readonly ScimRequest[], by: string): void
  /** They do not. */
  forgo(by: string): Promise<void>
}

/** The one way to the target: guard, journal, pace, transport, observation, in this order. */
export function createClient(options: ClientOptions): Client {
  const guard = createGuard(options.tag)
  const foresight = options.journal && createForesight(options.journal, options.tag)
  const now = options.now ?? (() => performance.now())
  let count = options.sent ?? 0
  const ours = (resource: JsonObject) => {
    const id = member(resource, 'id')
    return (
      (typeof id === 'string' && guard.owns(encodeURIComponent(id))) ||
      JSON.stringify(resource).includes(options.tag)
    )
  }
  const once = async (
    request: ScimRequest,
    by: string,
    credentials: Credentials,
    urgent = false,
    attempt = 0,
  ): Promise<Sent> => {
    const sent = restored(request, options.redactor)
    const admission = guard.admit(sent)
    if (admission.kind !== 'read') await Promise.all(admission.paths.map(prove))
    const intend = async (intent: Intent) => (foresight ?? withoutJournal()).intent(intent, by)
    const settle = await announce(sent, admission, options, { guard, intend })
    const headers = headersFor(sent, credentials, options)
    const text = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
    // The clock starts when the request's turn has come: waiting for it is no fault of the target.
    let at = 0
    const answer = await options.limiter(() => {
      at = now()
      return send(sent, text, headers, options)
    }, urgent)
    const id = `${options.prefix ?? 'x'}${++count}`
    const shown = withoutCredentials(headers)
    const times = { at: Math.round(at), ms: Math.round((now() - at) * 10) / 10 }
    // What an answer to somebody without our credentials says of a deletion counts for nothing.
    const made = settle(answer, credentials === 'own')
    if (sent.method === 'DELETE' && credentials === 'own') noteDelete(sent, answer, options, guard)
    if (sent.method === 'GET') noteProof(sent, answer, options.tag, guard)
    let known: Observed | undefined
    const observed = () => {
      known ??= observe({ id, by, request: sent, text, headers: shown, credentials, ...times }, answer, {
        redactor: options.redactor,
        ours,
      })
      return known
    }
    options.onExchange?.(observed().exchange)
    options.onAnswered?.(observed)
    return {
      id,
      get exchange() {
        return observed().exchange
      },
      get raw() {
        return rawResponse(answer)
      },
      made,
      again: retryAfter(answer, attempt),
    }
  }
  /**
   * A target may give away an id that belongs to somebody else. Before the first write to what the run is said to have
   * made, a read must show its mark; where nothing can be read, the answer to the create has to.
   */
  const prove = (path: string): Promise<void> => {
    if (guard.isProved(path)) return Promise.resolve()
    // Writes side by side wait for one look: how many there are must not depend on who is faster.
    const looking = proving.get(path) ?? look(path).finally(() => proving.delete(path))
    proving.set(path, looking)
    return looking
  }
  const proving = new Map<string, Promise<void>>()
  const look = async (path: string): Promise<void> => {
    const { raw } = await once({ method: 'GET', path }, 'ownership', 'own')
    const shown = raw !== undefined && Math.trunc(raw.status / 100) === 2 && raw.body !== undefined
    if (shown && !guard.isProved(path)) throw new NotOurs(path)
  }
  return {
    guard,
    base: options.base,
    exchange: async (request, by, credentials = 'own', urgent = false) => {
      for (let attempt = 0; ; attempt++) {
        const answered = await once(request, by, credentials, urgent, attempt)
        const { again } = answered
        if (again === undefined) return answered
        await new Promise((resolve) => setTimeout(resolve, again))
      }
    },
    foresee: (requests, by) => {
      const writes = requests.map((request) => restored(request, options.redactor))
      foresight?.foresee(
        writes.filter(({ method }) => method === 'POST'),
        by,
      )
      for (const path of new Set(writes.flatMap((write) => writtenBy(write, guard))))
        void prove(path).catch(() => undefined)
    },
    forgo: async (by) => {
      await Promise.allSettled([foresight?.forgo(by), ...proving.values()])
    },
  }
}

/** What a write that is only foreseen would touch. What may not be sent says so when its turn comes. */
function writtenBy(request: ScimRequest, guard: Guard): readonly string[] {
  try {
    const admission = guard.admit(request)
    return admission.kind === 'read' ? [] : admission.paths
  } catch (error) {
    if (error instanceof GuardRefusal) return []
    throw error
  }
}

function restored(request: ScimRequest, redactor: Redactor): ScimRequest {
  const path = redactor.restore(request.path)
  const text = request.text === undefined ? {} : { text: redactor.restore(request.text) }
  const body = request.body === undefined ? {} : { body: redactor.restoreJson(request.body) }
  return { ...request, path, ...text, ...body }
}

/** Settles what was announced with the answer; gives the paths of what was made. */
type Settle = (answer: WireResponse | TransportFailure, trusted: boolean) => readonly string[]

interface Announcing {
  readonly guard: Guard
  readonly intend: (intent: Intent) => Promise<number>
}

/** Journals what a request would create, before it is sent. */
async function announce(
  request: ScimRequest,
  admission: Admission,
  options: ClientOptions,
  { guard, intend }: Announcing,
): Promise<Settle> {
  if (admission.kind === 'bulk') return announceBulk(admission.operations, options, guard)
  if (admission.kind !== 'create') return () => []
  const journal = journalOf(options)
  const intent = intentOf(request, options.tag)
  const n = await intend(intent)
  return (answer) => {
    if (answer instanceof TransportFailure) return []
    const path = madePath(intent.collection, answer)
    if (path) {
      guard.own(path)
      journal.made(n, path)
    } else if (answer.status >= 300 && answer.status < 500) journal.refused(n)
    else noteAnswered([n], answer, journal)
    return path ? [path] : []
  }
}

const journalOf = ({ journal }: ClientOptions): Journal => journal ?? withoutJournal()

function withoutJournal(): never {
  throw new Error('a create without a journal')
}

/**
 * Every POST in a bulk request is a create of its own. Where the answer says nothing of one, be it that the answer is no
 * BulkResponse, it may exist all the same: its intent stays open, and cleaning up looks for it by its marks.
 */
async function announceBulk(
  operations: readonly BulkOperation[],
  options: ClientOptions,
  guard: Guard,
): Promise<Settle> {
  const creating = operations.filter(({ creates }) => creates !== undefined)
  const intents = creating.map(({ creates = '', data }) => ({
    collection: creates,
    marks: marksOf(data, options.tag),
  }))
  // What waits for a later operation may be made twice, first without the reference: one more intent, never settled.
  const twice = intents.filter((_, index) => refersToLater(creating[index] as BulkOperation, operations))
  const numbers = intents.length > 0 ? await journalOf(options).intents([...intents, ...twice]) : []
  return (answer, trusted) => {
    const results =
      answer instanceof TransportFailure ? undefined : bulkResults(operations, parseBody(answer.body).json)
    const open = new Set(numbers)
    if (!results) {
      noteAnswered(open, answer, options.journal)
      return []
    }
    const byReference = new Map<string, readonly string[]>()
    const made = creating.flatMap((operation, index) => {
      const { status, ids } = results[operations.indexOf(operation)] ?? { status: 0, ids: [] }
      const paths = status < 300 ? ids.map((id) => `${operation.creates}/${id}`) : []
      const n = numbers[index] as number
      if (status >= 300 && status < 500) options.journal?.refused(n)
      for (const path of paths) {
        guard.own(path)
        options.journal?.made(n, path)
      }
      if (paths.length > 0 || status >= 300) open.delete(n)
      byReference.set(`${operation.creates}/bulkId:${operation.bulkId}`, paths)
      return paths
    })
    noteAnswered(open, answer, options.journal)
    operations.forEach(({ method, path = '' }, index) => {
      const status = results[index]?.status ?? 0
      if (method !== 'DELETE' || !trusted || !isGone(status)) return
      const plain = path.split(/[?#]/, 1)[0] ?? ''
      for (const gone of byReference.get(plain) ?? [plain]) forget(gone, options, guard)
    })
    return made
  }
}

const ACCEPTED = 202

/** Who has only accepted may still be at work, and so may one who fails, or has a gateway before it that waits no longer. */
function noteAnswered(
  numbers: Iterable<number>,
  answer: WireResponse | TransportFailure,
  journal: Journal | undefined,
): void {
  if (answer instanceof TransportFailure || answer.status >= 500 || answer.status === ACCEPTED) return
  for (const n of numbers) journal?.answered(n)
}

/** The id counts whatever the status says: a resource that a wrong answer gave away must be removed as well. */
function madePath(collection: string, answer: WireResponse): string | undefined {
  if (answer.status >= 300) return undefined
  const id = member(parseBody(answer.body).json, 'id')
  if (typeof id === 'string' && id !== '') return `${collection}/${encodeURIComponent(id)}`
  const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  const last = location === undefined ? undefined : lastSegment(location)
  return last ? `${collection}/${last}` : undefined
}

const isGone = (status: number) => status === 404 || Math.trunc(status / 100) === 2

function forget(path: string, { journal }: ClientOptions, guard: Guard): void {
  journal?.gone(path)
  guard.disown(path)
}

function noteProof(
  request: ScimRequest,
  answer: WireResponse | TransportFailure,
  tag: string,
  guard: Guard,
): void {
  if (answer instanceof TransportFailure || answer.status !== 200) return
  const path = request.path.split('?', 1)[0] ?? ''
  if (!guard.isProved(path) && carries(parseBody(answer.body).json, tag)) guard.prove(path)
}

/** Without letter case: a target may keep names in one case. */
function carries(body: Json | undefined, tag: string): boolean {
  return body !== undefined && JSON.stringify(body).toLowerCase().includes(tag.toLowerCase())
}

function noteDelete(
  request: ScimRequest,
  answer: WireResponse | TransportFailure,
  options: ClientOptions,
  guard: Guard,
): void {
  if (answer instanceof TransportFailure || !isGone(answer.status)) return
  forget(request.path.split('?', 1)[0] ?? '', options, guard)
}

function headersFor(
  request: ScimRequest,
  credentials: Credentials,
  options: ClientOptions,
): Record<string, string> {
  const type =
    request.body !== undefined || request.text !== undefined
      ? { 'content-type': 'application/scim+json' }
      : {}
  const own = credentialsOf(credentials, options)
  const given = lowerCased(request.headers ?? {})
  return {
    accept: 'application/scim+json',
    ...type,
    ...lowerCased(options.headers ?? {}),
    ...lowerCased(own),
    ...given,
  }
}

function credentialsOf(
  kind: Credentials,
  { credentials, tokens }: ClientOptions,
): Readonly<Record<string, string>> {
  if (kind === 'own') return credentials
  if (kind === 'wrong') return wrongOnes(credentials)
  if (kind === 'none') return {}
  const token = tokens?.[kind]
  if (token === undefined) throw new Error(`the run was given no token of the kind "${kind}"`)
  return { authorization: `Bearer ${token}` }
}

/** Of the same kind as the real ones, and issued by nobody. */
function wrongOnes(credentials: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(credentials)
  const wrong = own.map(([name, value]) => [
    name,
    name.toLowerCase() === 'authorization' ? wrongAuthorization(value) : NOT_ISSUED,
  ])
  return own.length ? Object.fromEntries(wrong) : { authorization: `Bearer ${NOT_ISSUED}` }
}

const NOT_ISSUED = 'not-issued-by-anybody'

function wrongAuthorization(own: string): string {
  const isBasic = /^basic /i.test(own)
  return isBasic ? `Basic ${Buffer.from(`nobody:${NOT_ISSUED}`).toString('base64')}` : `Bearer ${NOT_ISSUED}`
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]))
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  const { authorization: _, ...rest } = headers
  return rest
}

async function send(
  request: ScimRequest,
  body: string | undefined,
  headers: Record<string, string>,
  options: ClientOptions,
): Promise<WireResponse | TransportFailure> {
  try {
    const url = `${options.base}${request.path}`
    return await options.transport({
      method: request.method,
      url,
      headers,
      ...(body === undefined ? {} : { body }),
    })
  } catch (error) {
    if (error instanceof TransportFailure) return error
    throw error
  }
}

/** The body is parsed when somebody asks for it: of many an answer a provider looks at the status alone. */
function rawResponse(answer: WireResponse | TransportFailure): ScimResponse | undefined {
  if (answer instanceof TransportFailure) return undefined
  const headers = Object.fromEntries(answer.headers.map(([k, v]) => [k.toLowerCase(), v]))
  const raw = {
    status: answer.status,
    headers,
    get body(): Json | undefined {
      return parseBody(answer.body).json
    },
  }
  return raw as ScimResponse
}

const MAX_ATTEMPTS = 5
const MAX_WAIT = 30_000

/** Milliseconds until a throttled request (429: nothing was done) is sent again; `undefined` when it is not. */
export function retryAfter(answer: WireResponse | TransportFailure, attempt: number): number | undefined {
  if (answer instanceof TransportFailure || answer.status !== 429) return undefined
  if (attempt >= MAX_ATTEMPTS - 1) return undefined
  const value = answer.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  if (value === undefined) return 250 * 2 ** attempt
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds * 1000 <= MAX_WAIT ? Math.max(0, seconds * 1000) : undefined
}
