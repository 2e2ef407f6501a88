import { createHash } from 'node:crypto'
import { isObject, type Json } from '#scim'

/**
 * The one way to write a JSON value, by RFC 8785: members sorted by UTF-16 code units, no blanks, numbers and texts as
 * ECMAScript writes them. `JSON.stringify` does all of that but the sorting.
 * @throws TypeError for what has no canonical form: half a surrogate pair, a number that is not finite
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${text(name)}:${canonicalJson(value[name] as Json)}`).join(',')}}`
}

function text(value: string): string {
  // With the u flag a whole pair is one character, so that only halves are found.
  if (/[\ud800-\udfff]/u.test(value)) throw new TypeError('half a surrogate pair has no JSON form')
  return JSON.stringify(value)
}

/** Hexadecimal SHA-256 of a text (as UTF-8) or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The same in Base64, as content security policies want it. */
export function sha256Base64(content: string): string {
  return createHash('sha256').update(content).digest('base64')
}
