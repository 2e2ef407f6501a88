import { classifyIdentityNumber } from './identity-number.ts'

export interface FoundIdentityNumber {
  /** Where it begins, in UTF-16 code units. */
  readonly index: number
  /** How long it is as written: 11, or more with a blank in it. */
  readonly length: number
  /** The eleven digits, without the blank. */
  readonly digits: string
}

/**
 * What may stand right before a number: nothing, a character that is not an ASCII letter, digit or underscore, or an
 * escape ending in one of those (`%22`, `%2522`, `\n`, `\u0022`): raw JSON and URLs are searched as they travel.
 */
const FREE_BEFORE = /(?:^|[^0-9A-Za-z_]|%(?:25){0,4}[0-9A-Fa-f]{2}|\\(?:u[0-9A-Fa-f]{4}|[bfnrt]))$/
const LONGEST_ESCAPE = 12
const WORD = /[0-9A-Za-z_]/
const BLANK_AND_REST = /(?:[ \u00a0\u2009\u202f+-]|%20|%C2%A0)([0-9]{5})(?![0-9A-Za-z_])/iy

/**
 * Every standalone run of eleven digits that is a valid identity number in any series, by the 2032 rule, also written
 * `ddmmyy nnnnn` with a blank (or its URL forms) or a hyphen. A run with further digits, ASCII letters or an underscore
 * beside it is part of something else and left alone. Takes linear time on any input; in order, never overlapping.
 */
export function findIdentityNumbers(text: string): FoundIdentityNumber[] {
  const found: FoundIdentityNumber[] = []
  const runs = /[0-9]{6,}/g
  for (let run = runs.exec(text); run; run = runs.exec(text)) {
    const number = unbroken(text, runs.lastIndex) ?? broken(text, runs.lastIndex)
    if (!number) continue
    found.push(number)
    runs.lastIndex = number.index + number.length
  }
  return found
}

function unbroken(text: string, end: number): FoundIdentityNumber | undefined {
  const index = end - 11
  if (index < 0 || WORD.test(text.charAt(end))) return undefined
  const digits = text.slice(index, end)
  return isFreeBefore(text, index) && isNumber(digits) ? { index, length: 11, digits } : undefined
}

function broken(text: string, end: number): FoundIdentityNumber | undefined {
  const index = end - 6
  BLANK_AND_REST.lastIndex = end
  const rest = BLANK_AND_REST.exec(text)
  if (!rest || !isFreeBefore(text, index)) return undefined
  const digits = text.slice(index, end) + rest[1]
  return isNumber(digits) ? { index, length: 6 + rest[0].length, digits } : undefined
}

function isFreeBefore(text: string, index: number): boolean {
  return FREE_BEFORE.test(text.slice(Math.max(0, index - LONGEST_ESCAPE), index))
}

function isNumber(digits: string): boolean {
  return classifyIdentityNumber(digits).valid
}
