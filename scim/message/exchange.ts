import type { Json } from './json.ts'
import type { Method } from './message.ts'

/** What stopped an exchange from getting a usable answer. */
export type FailureKind =
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'too-large'
  | 'too-deep'
  | 'protocol'

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
  readonly credentials?: 'own' | 'none' | 'wrong'
  /** Milliseconds since the run began, and milliseconds it took. */
  readonly at: number
  readonly ms: number
}

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
