import { bodyOf, type Detail, isUnassigned, pointTo } from '#check'
import { type Exchange, type Json, member, sameJson } from '#scim'

// Without letters: a server may give back another case (RFC7643-7-25).
export const OLD = '12-3'
export const NEW = '24-7'

/** Is the text there, in whatever case (RFC7643-7-25)? */
export function reads(exchange: Exchange, pointer: string, expected: string): [boolean, Detail] {
  const actual = pointTo(bodyOf(exchange), pointer)
  return [String(actual).toLowerCase() === expected.toLowerCase(), { expected, actual, pointer }]
}

/** Is the value what it was before? */
export function stayed(before: Exchange, after: Exchange, pointer: string): [boolean, Detail] {
  const [expected, actual] = [before, after].map((seen) => pointTo(bodyOf(seen), pointer))
  return [sameJson(actual, expected), { expected: expected ?? null, actual, pointer }]
}

/** The attributes that have a value, less `meta`, whose times other checks look at. */
export const assignedIn = (exchange: Exchange): [string, Json][] =>
  Object.entries(bodyOf(exchange) ?? {}).filter(([name, value]) => name !== 'meta' && !isUnassigned(value))

/** Does the error, where it names a scimType, name one that fits? */
export function keywordFits(error: Exchange, fitting: readonly string[]): [boolean, Detail] {
  const actual = member(bodyOf(error), 'scimType')
  return [
    actual === undefined || fitting.includes(String(actual)),
    { what: 'scimType', expected: [...fitting], actual },
  ]
}
