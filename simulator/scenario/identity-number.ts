import { syntheticIdentityNumbers } from '#people'
import { numberFrom } from '../wire/hash.ts'

/**
 * What a scenario may say instead of a number. Everybody has one birth date, and so one number of each kind: their
 * national identity number, their D-number, a second national identity number (as after a legal change of sex), and one
 * that only the rule for numbers issued from 2032 allows. Saying the same words twice gives the same number.
 */
export const IDENTITY_NUMBERS = [
  'synthetic',
  'synthetic D-number',
  'another synthetic',
  'synthetic 2032',
] as const

export type FindNumber = (key: string, words: string) => string

const FIRST_BIRTH = Date.UTC(1950, 0, 1)
const DAY_MS = 86_400_000
const BIRTH_DAYS = 18_000

/** No two people share a number: no two have the same birth date, or they take other numbers of the day. */
export function identityNumbers(keys: Iterable<string>, seed: string): FindNumber {
  let births: ReadonlyMap<string, Birth> | undefined
  return (key, words) => {
    // Most stories have no numbers at all.
    births ??= birthsOf(keys, seed)
    const birth = births.get(key)
    return birth ? numberOf(birth, words) : ''
  }
}

function birthsOf(keys: Iterable<string>, seed: string): Map<string, Birth> {
  const births = new Map<string, Birth>()
  let taken = new Set<number>()
  let round = 0
  for (const key of keys) {
    if (taken.size === BIRTH_DAYS) {
      taken = new Set()
      round += 1
    }
    let day = numberFrom(`${seed} born ${key}`, BIRTH_DAYS)
    while (taken.has(day)) day = (day + 1) % BIRTH_DAYS
    taken.add(day)
    births.set(key, { date: new Date(FIRST_BIRTH + day * DAY_MS).toISOString().slice(0, 10), round })
  }
  return births
}

interface Birth {
  readonly date: string
  readonly round: number
}

/** Two of each kind belong to everybody born on a day. */
function numberOf({ date, round }: Birth, words: string): string {
  if (words === 'synthetic 2032') return nth(syntheticIdentityNumbers(date, false, 0, '2032'), round)
  const all = syntheticIdentityNumbers(date, words === 'synthetic D-number', 0)
  return nth(all, 2 * round + (words === 'another synthetic' ? 1 : 0))
}

function nth(numbers: Iterable<string>, place: number): string {
  let left = place
  for (const number of numbers) if (left-- === 0) return number
  throw new RangeError('no synthetic identity number is left for a birth date')
}
