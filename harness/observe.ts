import { type Exchange, isObject, type Json, type JsonObject, member, type ScimRequest } from '#scim'
import type { Redactor } from './redact.ts'
import { hasLongText, LONGEST_TEXT, shortened, withShortTexts } from './short-texts.ts'
import { TransportFailure, type WireResponse } from './transport.ts'

export const MAX_JSON_DEPTH = 64

/** Stands in a list for a resource that the run did not make: nobody else's data is kept. */
export const FOREIGN = 'urn:scim-test:not-made-by-this-run'

export interface Sent {
  readonly id: string
  readonly by: string
  readonly request: ScimRequest
  /** The body as it was sent. */
  readonly text?: string | undefined
  /** As sent, without Authorization, lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly at: number
  readonly ms: number
  readonly credentials?: Exchange['credentials']
}

export interface Observer {
  readonly redactor: Redactor
  /** Whether a resource is the run's own, by its id or by the run's mark in it. */
  readonly ours: (resource: JsonObject) => boolean
}

export interface Observed {
  readonly exchange: Exchange
  /** The JSON of the answer's body as it is kept, on one line; absent where a part of it was hidden or cut. */
  readonly json?: string
}

/** Turns what came over the wire into an exchange: parsed, cut, redacted, without other people's data, frozen. */
export function observe(sent: Sent, answer: WireResponse | TransportFailure, observer: Observer): Observed {
  const base = {
    id: sent.id,
    by: sent.by,
    request: observeRequest(sent, observer.redactor),
    at: sent.at,
    ms: sent.ms,
    ...(sent.credentials && sent.credentials !== 'own' ? { credentials: sent.credentials } : {}),
  }
  if (answer instanceof TransportFailure) {
    const failure = { kind: answer.kind, message: observer.redactor.text(answer.message) }
    return { exchange: Object.freeze({ ...base, failure }) }
  }
  const { response, json } = observeResponse(answer, observer)
  return { exchange: Object.freeze({ ...base, response }), ...(json === undefined ? {} : { json }) }
}

/** The parsed body before redaction: what a simulated identity provider gets to see. */
export function parseBody(bytes: Uint8Array): ParsedBody {
  const known = parsed.find((each) => each.bytes === bytes)
  if (known) return known.body
  const body = parse(bytes)
  parsed.push({ bytes, body })
  while (parsed.length > LATEST || (parsed.length > 1 && sizeOf(parsed) > MOST_BYTES)) parsed.shift()
  return body
}

interface ParsedBody {
  readonly text: string
  readonly json?: Json
}

const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: false })

/** Guard, journal, observer and simulator all look at the same answer. */
const parsed: { readonly bytes: Uint8Array; readonly body: ParsedBody }[] = []
/** A few are enough. In a WeakMap they would all live until the old space is collected, a hundred megabytes of them. */
const LATEST = 16
/** As text and as values a body takes several times its bytes: of large ones, only the last. */
const MOST_BYTES = 512 * 1024

const sizeOf = (list: typeof parsed): number => list.reduce((sum, { bytes }) => sum + bytes.length, 0)

function parse(bytes: Uint8Array): ParsedBody {
  const text = decoder.decode(bytes)
  if (text.trim() === '' || (hasManyBrackets(text) && nesting(text) > MAX_JSON_DEPTH)) return { text }
  try {
    const json = JSON.parse(text) as Json
    return text.length > LARGE_TEXT && hasHugeObject(json) ? { text } : { text, json }
  } catch {
    return { text }
  }
}

/** Letters; less cannot hold an object that takes megabytes. */
const LARGE_TEXT = 65_536
const MOST_MEMBERS = 5_000

/** No resource has so many attributes: as a table in memory one such body takes ten times its text, and items keep bodies. */
function hasHugeObject(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasHugeObject)
  if (!isObject(value)) return false
  const members = Object.values(value)
  return members.length > MOST_MEMBERS || members.some(hasHugeObject)
}

function observeRequest({ request, text: given, headers }: Sent, redactor: Redactor): Exchange['request'] {
  const { method, path, text, body } = request
  const base = { method, path, headers }
  const sent = given ?? text ?? (body === undefined ? '' : JSON.stringify(body))
  const content = text !== undefined ? { text } : body !== undefined ? { body } : {}
  // Nearly always nothing is to be hidden: one look at all of it is far quicker than one at each part.
  if (redactor.isClean([path, ...Object.values(headers), sent].join('\n'))) return { ...base, ...content }
  return {
    method,
    path: redactor.text(path),
    headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, redactor.text(v)])),
    ...(text !== undefined ? { text: redactor.text(text) } : {}),
    ...(text === undefined && body !== undefined ? { body: redactor.json(body) } : {}),
  }
}

const SECRET_HEADERS = new Set(['set-cookie', 'authorization', 'proxy-authorization'])

interface ObservedResponse extends Pick<Observed, 'json'> {
  readonly response: NonNullable<Exchange['response']>
}

function observeResponse(answer: WireResponse, { redactor, ours }: Observer): ObservedResponse {
  const { text, json } = parseBody(answer.body)
  const masked = json === undefined ? undefined : withoutForeign(json, ours)
  const shownHeaders = answer.headers.map(
    ([k, v]) => [k, SECRET_HEADERS.has(k.toLowerCase()) ? withoutSecret(v) : v] as const,
  )
  const kept = masked === json ? text : JSON.stringify(masked)
  const cut = kept.length > LONGEST_TEXT ? { cut: true } : {}
  const plain = { status: answer.status, headers: shownHeaders, text: shortened(kept), ...cut }
  // Cut after it is looked at: what is cut in two is not recognised any more.
  const isLong = masked !== undefined && hasLongText(kept)
  const short = (body: Json) => (isLong ? withShortTexts(body) : body)
  if (areClean(shownHeaders.flat(), kept, redactor)) {
    if (masked === undefined) return { response: plain }
    const response = { ...plain, body: short(masked) }
    return isLong || kept.includes('\n') ? { response } : { response, json: kept }
  }
  const headers = shownHeaders.map(([k, v]) => [redactor.text(k), redactor.text(v)] as const)
  const body = masked === undefined ? undefined : redactor.json(masked)
  const redacted = { ...plain, headers, text: shortened(textOf(redactor.text(kept), body)) }
  return { response: body === undefined ? redacted : { ...redacted, body: short(body) } }
}

/** A long text is looked at by itself: with the headers before it, it would stand in memory once more. */
function areClean(headers: readonly string[], text: string, redactor: Redactor): boolean {
  if (text.length <= LONGEST_TEXT) return redactor.isClean([...headers, text].join('\n'))
  return redactor.isClean(headers.join('\n')) && redactor.isClean(text)
}

/** An escape in the text can hide what the parsed body shows. Where the two differ, the text is that of the redacted body. */
function textOf(redacted: string, body: Json | undefined): string {
  if (body === undefined) return redacted
  const own = JSON.stringify(body)
  try {
    return JSON.stringify(JSON.parse(redacted)) === own ? redacted : own
  } catch {
    return own
  }
}

/** What protects a cookie is no secret: rules look at it. */
const PROTECTION =
  /;\s*(?:secure|httponly|samesite=(?:strict|lax|none)|max-age=-?\d{1,12}|expires=[\w,: -]{1,40})(?=\s*(?:;|$))/gi

function withoutSecret(value: string): string {
  return `[secret]${(value.match(PROTECTION) ?? []).join('')}`
}

/** Only lists can show resources that we did not ask for by id. */
function withoutForeign(json: Json, ours: (resource: JsonObject) => boolean): Json {
  const resources = member(json, 'Resources')
  const results = member(json, 'Operations')
  if (isObject(json) && Array.isArray(results)) return withoutForeignIn(json, results, ours)
  if (!isObject(json) || !Array.isArray(resources))
    return isForeign(json, ours) ? mask(json as JsonObject) : json
  if (!resources.some((resource) => isForeign(resource, ours))) return json
  const kept = resources.map((resource) =>
    isForeign(resource, ours) ? mask(resource as JsonObject) : resource,
  )
  return { ...json, Resources: kept }
}

/** Bulk results may have resources with them. */
function withoutForeignIn(json: JsonObject, results: Json[], ours: (resource: JsonObject) => boolean): Json {
  const isOf = (result: Json) => isForeign(member(result, 'response') ?? null, ours)
  if (!results.some(isOf)) return json
  const kept = results.map((result) =>
    isOf(result)
      ? { ...(result as JsonObject), response: mask(member(result, 'response') as JsonObject) }
      : result,
  )
  return { ...json, Operations: kept }
}

/** A person or group of somebody else. Discovery resources and messages are nobody's. */
function isForeign(resource: Json, ours: (resource: JsonObject) => boolean): boolean {
  if (!isObject(resource) || typeof member(resource, 'id') !== 'string') return false
  const named = ['userName', 'displayName', 'externalId', 'name', 'emails', 'members'].some((n) =>
    Object.hasOwn(resource, n),
  )
  const described = ['attributes', 'endpoint', 'patch'].some((n) => Object.hasOwn(resource, n))
  return named && !described && !ours(resource)
}

function mask(resource: JsonObject): JsonObject {
  const kept = ['schemas', 'id', 'meta'].filter((name) => Object.hasOwn(resource, name))
  return { ...Object.fromEntries(kept.map((name) => [name, resource[name] as Json])), [FOREIGN]: true }
}

/** Whether enough of them open that they can go too deep. Counted by the engine: far quicker than looking at each letter. */
function hasManyBrackets(text: string): boolean {
  let count = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1))
      if (++count > MAX_JSON_DEPTH) return true
  }
  return false
}

/** How deep the brackets go, without parsing: a bomb must not reach the parser. */
function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x22) i = endOfString(text, i)
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (c === 0x7d || c === 0x5d) depth--
  }
  return deepest
}

/** Where the string that begins at `from` ends: the next quotation mark after an even number of backslashes. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text.charCodeAt(before - 1) === 0x5c) before--
    if ((end - before) % 2 === 0) return end
  }
  return text.length
}
