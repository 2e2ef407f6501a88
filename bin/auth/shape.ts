import { isObject, type Json, type JsonObject } from '#scim'
import { asWritten } from '../as-written.ts'
import { authMessages } from '../messages/auth.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

/** Where a key stands: `file:line:column` of the path with dots. */
export type At = (path: string) => string

/** What a key takes; a list is a choice. `secret` is a reference, `env:NAME` or `file:PATH`, never the value. */
export type Takes =
  | 'text'
  | 'url'
  | 'secret'
  | 'texts'
  | 'secrets'
  | 'organisation'
  | readonly string[]
  | Shape

export interface Key {
  readonly takes: Takes
  readonly required?: true
  /** Environment variable that a secret comes from where nothing is said. */
  readonly variable?: string
}

/** The keys of a map in the configuration. */
export interface Shape {
  readonly keys: Readonly<Record<string, Key>>
}

/**
 * @param path of the map, with dots
 * @throws UsageError that says where; what stands there is not repeated, for it may be a secret
 */
export function checkShape(path: string, value: Json, { keys }: Shape, at: At): JsonObject {
  if (!isObject(value)) throw fault(path, at, authMessages().takes.map(Object.keys(keys)))
  const known = Object.keys(keys)
  for (const [name, one] of Object.entries(value)) {
    const inner = `${path}.${name}`
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined
    if (!key)
      throw new UsageError(
        `${at(inner)}: ${authMessages().unknownKey(`${path}.${asWritten(name)}`, didYouMean(name, known), known)}`,
      )
    checkKey(inner, one, key.takes, at)
  }
  for (const [name, key] of Object.entries(keys)) {
    if (key.required && value[name] === undefined)
      throw new UsageError(`${at(path)}: ${authMessages().missingKey(path, name)}`)
  }
  return value
}

function checkKey(path: string, value: Json, takes: Takes, at: At): void {
  const says = authMessages().takes
  const wrong = (wanted: string, hint?: string) => fault(path, at, wanted, hint)
  if (isShape(takes)) checkShape(path, value, takes, at)
  else if (typeof takes === 'object') {
    if (!takes.includes(String(value))) throw wrong(says.choice(takes), didYouMean(String(value), takes))
  } else if (takes === 'texts' || takes === 'secrets') {
    if (!isObject(value)) throw wrong(says.names)
    for (const [name, one] of Object.entries(value))
      checkKey(`${path}.${name}`, one, takes === 'texts' ? 'text' : 'secret', at)
  } else if (takes === 'secret') {
    if (typeof value !== 'string' || !REFERENCE.test(value)) throw wrong(says.secret)
  } else if (takes === 'organisation') {
    if (!/^0192:\d{9}$/.test(String(value))) throw wrong(says.organisation)
  } else if (takes === 'url') {
    if (!isPlainUrl(value)) throw wrong(says.url)
  } else if (typeof value !== 'string' && typeof value !== 'number') throw wrong(says.text)
}

/** A list has a member `keys` as well. */
export const isShape = (takes: Takes): takes is Shape => typeof takes === 'object' && !Array.isArray(takes)

function fault(path: string, at: At, wanted: string, hint?: string): UsageError {
  return new UsageError(
    `${at(path)}: ${authMessages().takesThis(
      path
        .split('.')
        .map((name) => name && asWritten(name))
        .join('.'),
      wanted,
      hint,
    )}`,
  )
}

/** Without credentials in it: those are secrets. */
function isPlainUrl(value: Json): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const { protocol, username, password } = new URL(value)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}

const REFERENCE = /^(?:env:[A-Za-z_]\w*|file:.+)$/
