import { createHmac } from 'node:crypto'
import { type Exchange, isObject, type Json, type JsonObject, member } from '#scim'
import { FOREIGN, parseBody } from './observe.ts'
import type { Redactor } from './redact.ts'
import { shortened } from './short-texts.ts'
import { TransportFailure, type WireResponse } from './transport.ts'

/**
 * A feed tells of everybody. What is kept of its answers is taken up part by part, so that whatever is not known to be
 * the run's own, or a message, is left out: also where an answer has another form than expected.
 */
export interface FeedObserver {
  readonly redactor: Redactor
  /** Whether the run made the resource with this id. */
  readonly isOurs: (id: string) => boolean
  /** The run's mark, which everything that it made carries. */
  readonly tag: string
  readonly fiksOrgId: string
  /** Stands for a sync token; the same for the same token. */
  readonly placeholder: (token: string) => string
}

/** What was asked for, which says what can come back. */
export type Asked = 'page' | 'lookup' | 'organisations'

/** Stands for a value of the answer that is not kept. */
export const NOT_KEPT = '[not kept]'
const LONGEST = 300

/** Placeholders that say nothing of the token but whether it is the same. */
export function placeholders(salt: string): FeedObserver['placeholder'] {
  return (token) => `sync-token-${createHmac('sha256', salt).update(token).digest('hex').slice(0, 10)}`
}

type Seen = Pick<Exchange, 'response' | 'failure'>

/** @param tokens all that are known of, with the one that was sent: an error may repeat any of them */
export function observeFeed(
  answer: WireResponse | TransportFailure,
  asked: Asked,
  tokens: Iterable<string>,
  observer: FeedObserver,
): Seen {
  const { redactor, placeholder } = observer
  const text = (value: string) => redactor.text(withoutTokens(value, tokens, placeholder))
  if (answer instanceof TransportFailure)
    return { failure: { kind: answer.kind, message: text(answer.message) } }
  const { json } = parseBody(answer.body)
  const headers = answer.headers
    .filter(([name]) => KEPT_HEADERS.has(name.toLowerCase()))
    .map(([name, value]) => [name, redactor.text(value)] as const)
  const plain = { status: answer.status, headers }
  if (json === undefined) {
    const none = answer.body.length === 0 ? '' : `[${answer.body.length} bytes that are no JSON]`
    return { response: { ...plain, text: none } }
  }
  const reduced = answer.status >= 400 ? messageIn(json, text) : reductions[asked](json, observer)
  const body = redactor.json(reduced)
  const whole = JSON.stringify(body)
  const shown = shortened(whole)
  return { response: { ...plain, body, text: shown, ...(shown === whole ? {} : { cut: true }) } }
}

function withoutTokens(
  value: string,
  tokens: Iterable<string>,
  placeholder: FeedObserver['placeholder'],
): string {
  let left = value
  for (const token of tokens) {
    // A letter or two would be everywhere.
    if (token.length < SHORTEST) continue
    for (const form of [token, encodeURIComponent(token)]) left = left.replaceAll(form, placeholder(token))
  }
  return left
}

const SHORTEST = 4
const KEPT_HEADERS = new Set(['content-type', 'www-authenticate', 'retry-after', 'date', 'allow'])

const reductions: Readonly<Record<Asked, (json: Json, observer: FeedObserver) => Json>> = {
  page: (json, observer) => {
    if (!isObject(json)) return NOT_KEPT
    return mapped(json, (name, value) => {
      if (name === 'events') return Array.isArray(value) ? eventsIn(value, observer) : plainly(value)
      if (name === 'syncToken' && typeof value === 'string') return observer.placeholder(value)
      return name === 'hasMore' || name === 'syncToken' ? plainly(value) : NOT_KEPT
    })
  },
  lookup: (json, observer) => resourceIn(json, observer),
  organisations: (json, { fiksOrgId }) => {
    if (!Array.isArray(json)) return NOT_KEPT
    const isOwn = (one: Json) => typeof one === 'string' && one.toLowerCase() === fiksOrgId.toLowerCase()
    const others = json.filter((one) => !isOwn(one)).length
    return [...json.filter(isOwn), ...(others > 0 ? [{ [FOREIGN]: others }] : [])]
  },
}

/** Other people's events become their number, so that places and lengths stay true. */
function eventsIn(events: readonly Json[], observer: FeedObserver): Json[] {
  const kept: Json[] = []
  let strangers = 0
  const settle = () => {
    if (strangers > 0) kept.push({ [FOREIGN]: strangers })
    strangers = 0
  }
  for (const event of events) {
    const id = member(event, 'id')
    if (!isObject(event) || typeof id !== 'string' || !observer.isOurs(id)) strangers += 1
    else {
      settle()
      kept.push(eventIn(event, observer))
    }
  }
  settle()
  return kept
}

const OF_EVENTS = new Set(['id', 'changeType', 'timestamp', 'requiresSeparateFetch'])

function eventIn(event: JsonObject, observer: FeedObserver): JsonObject {
  return mapped(event, (name, value) => {
    if (name === 'resource') return value === null ? null : resourceIn(value, observer)
    return OF_EVENTS.has(name) ? plainly(value) : NOT_KEPT
  })
}

/** An id alone is no proof that a resource is ours: a target may have given away somebody else's. It has to carry the mark. */
function resourceIn(resource: Json, observer: FeedObserver): Json {
  const { tag, isOurs } = observer
  const id = member(resource, 'id')
  const isMarked = JSON.stringify(resource).toLowerCase().includes(tag.toLowerCase())
  if (!isObject(resource) || typeof id !== 'string' || !isOurs(id) || !isMarked) return { [FOREIGN]: true }
  return mapped(resource, (name, value) => {
    if (name === 'members' && Array.isArray(value)) return value.map((one) => referenceIn(one, observer))
    if (name === 'enterprise' && isObject(value))
      return mapped(value, (part, inner) => (part === 'manager' ? referenceIn(inner, observer) : inner))
    return value
  })
}

/** Whom a resource of ours names may be a stranger with a name. */
function referenceIn(reference: Json, { isOurs }: FeedObserver): Json {
  const value = member(reference, 'value')
  return reference === null || (typeof value === 'string' && isOurs(value)) ? reference : { [FOREIGN]: true }
}

/** A message of a server has short values and nobody's data. */
function messageIn(json: Json, text: (value: string) => string): Json {
  if (!isObject(json)) return NOT_KEPT
  return mapped(json, (_, value) =>
    typeof value === 'string' ? text(value).slice(0, LONGEST) : plainly(value),
  )
}

/** Only what has no parts; a text only where it is short. */
function plainly(value: Json): Json {
  if (typeof value === 'string') return value.length <= LONGEST ? value : NOT_KEPT
  return value === null || typeof value !== 'object' ? value : NOT_KEPT
}

function mapped(from: JsonObject, change: (name: string, value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, change(name, value)]))
}
