import { type Exchange, type Fault, isObject, type Json, type Method } from '#scim'
import { observe } from './observe.ts'
import type { Redactor } from './redact.ts'

/** One request as `serve` got it, and what it answered. */
export interface ServedExchange {
  readonly id: string
  readonly method: string
  /** Relative to the base URL, as it came. */
  readonly path: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly answer: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }
  readonly fault?: Fault | undefined
  /** Milliseconds since the session began, and that the answer took. */
  readonly at: number
  readonly ms: number
}

/** Who sent what a session recorded. */
const CLIENT = 'client'

/** What is kept of a client's headers: others may hold keys of its own. */
const KEPT = new Set([
  'accept',
  'accept-encoding',
  'content-encoding',
  'content-type',
  'if-match',
  'if-none-match',
  'user-agent',
])

/** Somebody else's client sends whatever it has: its credentials and passwords are taken out before anything is kept. */
export function observeServed(served: ServedExchange, redactor: Redactor): Exchange {
  const { id, method, path, headers, body, answer, fault, at, ms } = served
  const { authorization } = headers
  const credential = authorization?.replace(/^\S+\s+/, '') ?? ''
  // A short one stands in too much else.
  if (credential.length >= 8) redactor.hide(credential)
  const text = body === undefined || body === '' ? undefined : body
  const json = text === undefined ? undefined : parsed(text)
  const content = json === undefined ? (text === undefined ? {} : { text }) : { body: withoutPasswords(json) }
  const { exchange } = observe(
    {
      id,
      by: CLIENT,
      request: { method: method as Method, path, ...content },
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => KEPT.has(name))),
      at: Math.round(at),
      ms: Math.round(ms * 10) / 10,
      ...(authorization === undefined ? { credentials: 'none' as const } : {}),
    },
    {
      status: answer.status,
      headers: Object.entries(answer.headers),
      body: new TextEncoder().encode(answer.body ?? ''),
    },
    { redactor, ours: () => true },
  )
  return fault === undefined ? exchange : { ...exchange, fault }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

const PASSWORD = /^(?:urn:[^[\]]*:)?password$/i

function withoutPasswords(value: Json, depth = 60): Json {
  if (depth === 0) return null
  if (Array.isArray(value)) return value.map((each) => withoutPasswords(each, depth - 1))
  if (!isObject(value)) return value
  const isAboutOne = typeof value.path === 'string' && PASSWORD.test(value.path)
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      PASSWORD.test(name) || (isAboutOne && name === 'value')
        ? '[secret]'
        : withoutPasswords(each, depth - 1),
    ]),
  )
}
