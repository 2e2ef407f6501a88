import { createHmac } from 'node:crypto'
import { classifyIdentityNumber, findIdentityNumbers } from '#people'
import { isObject, type Json } from '#scim'
import { withoutBase64Numbers } from './base64-numbers.ts'
import { rememberingClean } from './known-clean.ts'
import { withoutNeedlessEscapes } from './needless-escapes.ts'
import { secretPattern } from './secret-pattern.ts'

/**
 * Takes secrets and identity numbers out of everything that is kept. The same number always becomes the same
 * placeholder, so checks can still compare values, and the client turns placeholders back when a check sends one.
 */
export interface Redactor {
  text(value: string): string
  /**
   * Whether neither this JSON text nor any value in it can hold something to hide; `false` may be a false alarm.
   * Far quicker than walking the values, and true of nearly every answer.
   */
  isClean(jsonText: string): boolean
  json<T extends Json>(value: T): Json
  /** Puts real identity numbers back. Secrets are never restored. */
  restore(value: string): string
  restoreJson(value: Json): Json
  /** From now on this is a secret too: a token that was got while the run goes on. */
  hide(secret: string): void
}

const MAX_DEPTH = 200

/**
 * @param secrets tokens, passwords, keys; very short ones are ignored, since hiding `a` would hide everything
 * @param salt per run: placeholders of two runs cannot be compared
 */
export function createRedactor(secrets: readonly string[], salt: string): Redactor {
  const known = new Set(secrets)
  let hidden = secretPattern(secrets)
  const numbers = new Map<string, string>()
  const placeholder = (digits: string): string => {
    const hash = createHmac('sha256', salt).update(digits).digest('hex').slice(0, 10)
    const name = `[identity-number-${hash}${couldBeReal(digits) ? NOT_SYNTHETIC : ''}]`
    numbers.set(name, digits)
    return name
  }
  const asItStands = (value: string): string =>
    withoutNumbers(hidden ? value.replace(hidden, '[secret]') : value, placeholder)
  const once = (value: string): string => {
    const plain = withoutNeedlessEscapes(value)
    const redacted = asItStands(plain)
    // Where no escape hides anything, they stay as the target wrote them.
    return plain === value || redacted !== plain ? redacted : asItStands(value)
  }
  const text = (value: string): string => {
    const redacted = once(value)
    if (!ESCAPES_IN_AN_ADDRESS.test(value)) return redacted
    // What is escaped in JSON or HTML and then in an address shows only where that is undone first.
    const decoded = once(withoutPercents(value))
    return hiddenIn(decoded) > hiddenIn(redacted) ? decoded : redacted
  }
  const restore = (value: string): string =>
    numbers.size === 0 ? value : value.replace(PLACEHOLDER, (name) => numbers.get(name) ?? name)
  const clean = rememberingClean((json) => !MAY_HIDE.test(json) && text(json) === json, known)
  const redactedJson = (value: Json): Json =>
    mapJson(
      value,
      text,
      (number) => numberPlaceholder(number, placeholder),
      MAX_DEPTH,
      (digits) => (WHOLE.test(digits) ? placeholder(digits) : text(digits)),
    )
  return {
    text,
    isClean: clean.isClean,
    json: (value) => (clean.isClean(JSON.stringify(value)) ? value : redactedJson(value)),
    restore,
    restoreJson: (value) =>
      numbers.size === 0 || !JSON.stringify(value).includes(PLACEHOLDER_BEGINS)
        ? value
        : mapJson(value, restore, (number) => number, MAX_DEPTH),
    hide: (secret) => {
      if (known.has(secret)) return
      known.add(secret)
      hidden = secretPattern([...known])
      clean.forget()
    },
  }
}

/** Ends the placeholder of a number that a real person could have, so that a record shows that one was met. */
const NOT_SYNTHETIC = '-not-synthetic'
const couldBeReal = (digits: string): boolean =>
  !['tenor', 'nhn'].includes(classifyIdentityNumber(digits).series ?? '')

/** Attributes that hold identity numbers and nothing else: there a mistyped one is hidden too, for it is nearly somebody's. */
const HOLDERS = 'foedselsnummer|f[o\u00f8]dselsnummer|nationalIdentityNumber|identityNumber|fnr|ssn'
const HOLDER = new RegExp(`^(?:${HOLDERS})$`, 'i')
const HELD = new RegExp(`("(?:${HOLDERS})"\\s*:\\s*")([0-9]{11})(?=")`, 'gi')
const WHOLE = /^[0-9]{11}$/

/** `%5C` begins an escape of JSON, `%26` and `&%23` one of HTML. */
const ESCAPES_IN_AN_ADDRESS = /%(?:25){0,4}(?:5c|26)|&%(?:25){0,4}23/i
const HIDDEN = /\[secret\]|\[identity-number-/g
const hiddenIn = (text: string): number => text.match(HIDDEN)?.length ?? 0

function withoutPercents(text: string): string {
  return text.replace(/(?:%(?:25){0,4}[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replace(/%(?:25){0,4}(?=[0-9a-f]{2})/gi, ''), 'hex').toString(),
  )
}

/** No character of it is written otherwise inside a JSON string. */
const PLACEHOLDER_BEGINS = '[identity-number-'
const PLACEHOLDER = /\[identity-number-[0-9a-f]{10}(?:-not-synthetic)?\]/g

/**
 * Where the values are not what the text shows: an escape; a JSON number with digits enough to have lost a leading zero;
 * a number written with an exponent. Without these, what stands in a value stands in the text between the same neighbours.
 * An escaped quotation mark is no other neighbour than a plain one, and a secret that has one is looked for in both forms.
 */
const MAY_HIDE = /\\(?!")|[:,[\s]-?[0-9]{10}|[:,[\s]-?[0-9][0-9.]*[eE]/

function withoutNumbers(value: string, placeholder: (digits: string) => string): string {
  const held = value.includes('"')
    ? value.replace(HELD, (_, before: string, digits: string) => before + placeholder(digits))
    : value
  return withoutBase64Numbers(withoutValidNumbers(held, placeholder), placeholder)
}

function withoutValidNumbers(value: string, placeholder: (digits: string) => string): string {
  const found = findIdentityNumbers(value)
  if (found.length === 0) return value
  let out = ''
  let from = 0
  for (const { index, length, digits } of found) {
    out += value.slice(from, index) + placeholder(digits)
    from = index + length
  }
  return out + value.slice(from)
}

/** A number that was sent as a JSON number has perhaps lost its leading zero; it must stay unequal to the string. */
function numberPlaceholder(value: number, placeholder: (digits: string) => string): Json {
  const size = Math.abs(value)
  if (!Number.isSafeInteger(value) || size < 1e9 || size >= 1e11) return value
  const digits = String(size).padStart(11, '0')
  if (findIdentityNumbers(digits).length !== 1) return value
  return `${value < 0 ? '-' : ''}${placeholder(digits)} as a JSON number`
}

/** @param held what becomes of the text in an attribute that holds identity numbers */
function mapJson(
  value: Json,
  text: (s: string) => string,
  number: (n: number) => Json,
  depth: number,
  held = text,
): Json {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return number(value)
  if (depth === 0) return null
  if (Array.isArray(value)) return value.map((item) => mapJson(item, text, number, depth - 1, held))
  if (!isObject(value)) return value
  const member = (name: string, one: Json) =>
    typeof one === 'string' && HOLDER.test(name) ? held(one) : mapJson(one, text, number, depth - 1, held)
  // Object.fromEntries defines own members, so a `__proto__` in a hostile body stays data.
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [text(k), member(k, v)]))
}
