import type { Json } from '#scim'
import type { Session } from '../engine/session.ts'
import type { Cost } from '../play.ts'
import { type Conveyed, patchPath, rolesOf } from '../wire/attribute.ts'

export type Expected = string | boolean | null

interface Difference {
  readonly name: Conveyed
  readonly expected: Expected
  readonly actual: Json | undefined
  readonly isOthers: (value: string) => boolean
}

/** Compares one attribute of one object, and says so to the session. */
export function compareAttribute(
  session: Session,
  object: string,
  { name, expected, actual, isOthers }: Difference,
): void {
  session.comparisons += 1
  const attribute = patchPath(name)
  const cost = costOf(name, expected, actual, isOthers)
  if (cost === undefined) {
    session.agree(object, attribute)
    return
  }
  const step = session.trail.causeOf(object, attribute)
  session.diverge({
    object,
    attribute,
    expected: shown(name, expected, 'the identity number as sent') ?? null,
    actual: shown(name, actual, 'another value'),
    cost,
    ...(step === undefined ? {} : { step }),
  })
}

/**
 * What the difference between directory and target costs; `undefined` where there is none.
 *
 * @param expected `null`: unassigned
 * @param actual `undefined`: unassigned
 * @param isOthers whether a value belongs to somebody else in the directory
 */
export function costOf(
  attribute: Conveyed,
  expected: Expected,
  actual: Json | undefined,
  isOthers: (value: string) => boolean,
): Cost | undefined {
  if (isSame(attribute, expected, actual)) return undefined
  if (attribute === 'active') return activeCost(expected, actual)
  if (typeof expected !== 'string' || typeof actual !== 'string') return 'data lost'
  if (isOthers(actual)) return 'wrong access'
  return folded(expected) === folded(actual) ? 'cosmetic' : 'data lost'
}

/** What is compared to the letter; of the rest a service may keep the letters in another case (RFC 7643 section 7). */
const EXACT: ReadonlySet<Conveyed> = new Set(['externalId', 'nationalId'])

function isSame(attribute: Conveyed, expected: Expected, actual: Json | undefined): boolean {
  if (expected === null) return actual === undefined
  if (attribute === 'roles') return rolesOf(expected).join() === rolesOf(String(actual ?? '')).join()
  if (EXACT.has(attribute) || typeof actual !== 'string' || typeof expected !== 'string')
    return actual === expected
  return actual.toLowerCase() === expected.toLowerCase()
}

/** The string "False" is not false: whoever evaluates it as JSON finds that the account works. */
function activeCost(expected: Expected, actual: Json | undefined): Cost {
  if (expected === false) return 'access not revoked'
  return typeof actual === 'string' && actual.toLowerCase() === 'true' ? 'cosmetic' : 'provisioning blocked'
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Identity numbers do not go into findings; others are cut to a length that a report can show. */
export function shown(attribute: Conveyed, value: Json | undefined, other: string): Json | undefined {
  if (value === undefined || value === null) return value
  if (attribute === 'nationalId') return other
  return typeof value === 'boolean' || typeof value === 'number' ? value : cut(value)
}

const LONGEST = 200

function cut(value: Json): Json {
  const text = JSON.stringify(value)
  return text.length <= LONGEST ? value : `${text.slice(0, LONGEST)}…`
}
