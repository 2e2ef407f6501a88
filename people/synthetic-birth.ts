import { syntheticIdentityNumbers } from './synthetic-identity-number.ts'

const FIRST_BIRTH = Date.UTC(1950, 0, 1)
const DAY_MS = 86_400_000
/** Days from 1950 to 2004. */
const BIRTH_DAYS = 20_089
/** Has no factor in common with BIRTH_DAYS, so that every day is used once before any is used again. */
const STRIDE = 7_919
const NONE: ReadonlySet<string> = new Set()

export interface SyntheticBirth {
  /** `yyyy-mm-dd`, 1950 to 2004. */
  readonly birthDate: string
  /** Found when it is asked for. The D-number and the national identity number of one birth are different numbers. */
  number(options?: { readonly dnr?: boolean | undefined; readonly taken?: ReadonlySet<string> }): string
}

/**
 * The birth of person `index`, from 1. No two indexes share a number under the same `shift` and `turn`: each round
 * through the days takes the next number of the day.
 *
 * @param shift the day to begin with
 * @param turn how far into a day's individual numbers to begin
 */
export function syntheticBirth(index: number, shift: number, turn: number): SyntheticBirth {
  const day = (shift + index * STRIDE) % BIRTH_DAYS
  const round = Math.floor((index - 1) / BIRTH_DAYS)
  const birthDate = new Date(FIRST_BIRTH + day * DAY_MS).toISOString().slice(0, 10)
  return {
    birthDate,
    number: ({ dnr = false, taken = NONE } = {}) => numberOf(birthDate, dnr, { turn, round, taken }),
  }
}

interface Wanted {
  readonly turn: number
  readonly round: number
  readonly taken: ReadonlySet<string>
}

function numberOf(birthDate: string, dnr: boolean, { turn, round, taken }: Wanted): string {
  let left = round
  for (const number of syntheticIdentityNumbers(birthDate, dnr, turn)) {
    if (!taken.has(number) && left-- === 0) return number
  }
  throw new RangeError(`no synthetic identity number is left for birth date ${birthDate}`)
}
