import type { Json } from './json.ts'
import type { Method } from './message.ts'

/** What stopped an exchange from getting a usable answer. */
export type FailureKind =
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'proxy'
  | 'timeout'
  | 'reset'
  | 'too-large'
  | 'too-deep'
  | 'protocol'

/** What an endpoint under way to a client can suffer, as `serve --fault` makes it. */
export type Fault = '429' | '500 after commit' | 'slow' | 'stale version' | 'lost answer' | '401'

/**
 * One request and what came back, as plain data, redacted: a secret or an identity number in it has been replaced by a
 * placeholder that is the same for the same value, so values can still be compared.
 */
export interface Exchange {
  /** Unique in the run: `x1`, `x2`, … in the order of sending. */
  readonly id: string
  /** Who caused it: a check's item id, a play's id, `discover` or `cleanup`. */
  readonly by: string
  readonly request: {
    readonly method: Method
    /** Relative to the base URL, query included, as sent. */
    readonly path: string
    /** Without Authorization. Lower-case names. */
    readonly headers: Readonly<Record<string, string>>
    readonly body?: Json
    readonly text?: string
  }
  readonly response?: {
    readonly status: number
    /** Raw names and order. */
    readonly headers: readonly (readonly [string, string])[]
    /** Absent where there was none or it was not JSON. */
    readonly body?: Json
    /** The body as received, decoded as UTF-8; cut at the limit for keeping text, see `cut`. */
    readonly text: string
    readonly cut?: boolean
  }
  readonly failure?: { readonly kind: FailureKind; readonly message: string }
  /** Which credentials went with it; the run's own where nothing is said. */
  readonly credentials?: 'own' | 'none' | 'wrong' | OtherToken
  /** What `serve` did to the client on purpose. With a lost answer `response` is what the client never got. */
  readonly fault?: Fault
  /** Not to the SCIM endpoint but through another door of the target; then `path` is relative to this URL. */
  readonly elsewhere?: { readonly door: 'sync'; readonly base: string }
  /** Milliseconds since the run began, and milliseconds it took. */
  readonly at: number
  readonly ms: number
}

/**
 * Tokens that a run may be given besides its own, to see how they are told apart: one of another source of data, a second
 * one of the same source, one that was revoked, and one of another environment.
 */
export const OTHER_TOKENS = ['other', 'twin', 'revoked', 'elsewhere'] as const
export type OtherToken = (typeof OTHER_TOKENS)[number]

/** The first value of a response header, by name without case. */
export function header(exchange: Exchange, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return exchange.response?.headers.find(([key]) => key.toLowerCase() === wanted)?.[1]
}

/** What a changed answer may change. `headers` are merged; a header set to `undefined` is taken away. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: Json | undefined
  readonly text?: string
}

/**
 * The same exchange with another answer: the raw material of counterexamples.
 * A `body` given as `undefined` means "no body"; left out, the body stays.
 */
export function answering(exchange: Exchange, answer: Answer): Exchange {
  const old = exchange.response ?? { status: 0, headers: [], text: '' }
  const changed = new Map(Object.entries(answer.headers ?? {}).map(([k, v]) => [k.toLowerCase(), v]))
  const kept = old.headers.filter(([name]) => !changed.has(name.toLowerCase()))
  const added = [...changed].flatMap(([k, v]) => (v === undefined ? [] : [[k, v] as const]))
  const { body: oldBody, ...rest } = old
  const body = 'body' in answer ? answer.body : oldBody
  const text = answer.text ?? ('body' in answer ? (body === undefined ? '' : JSON.stringify(body)) : old.text)
  const response = { ...rest, status: answer.status ?? old.status, headers: [...kept, ...added], text }
  const { failure: _, ...sent } = exchange
  return { ...sent, response: body === undefined ? response : { ...response, body } }
}
