import { withControlDigits } from './control-digits.ts'

export interface SyntheticIdentityNumberOptions {
  /** A D-number: day + 40. */
  readonly dnr?: boolean
  /** Exactly this individual number, 0 to 999; without it, the first that gives a number. */
  readonly individual?: number
}

/** Born from, born to, individual numbers from and to; in the order they are used up. */
const INDIVIDUAL_SERIES = [
  [1854, 1899, 500, 749],
  [1900, 1999, 0, 499],
  [1940, 1999, 900, 999],
  [2000, 2039, 500, 999],
] as const

/**
 * A valid identity number of the Tenor series (month + 80) by the 1964 rule, so that no real person can have it.
 * It may coincide with somebody else's test person; a person who must log in has to be fetched from Tenor.
 *
 * @param birthDate `yyyy-mm-dd`, born 1854 to 2039
 * @throws RangeError where the date does not exist, or no number exists for it or for the `individual` asked for
 */
export function syntheticIdentityNumber(
  birthDate: string,
  { dnr = false, individual }: SyntheticIdentityNumberOptions = {},
): string {
  const allowed = individualsFor(birthDate)
  const asked = individual === undefined ? allowed : allowed.filter((each) => each === individual)
  for (const number of numbersFor(birthDate, dnr, asked)) return number
  const wanted = individual === undefined ? '' : ` and individual number ${individual}`
  throw new RangeError(`no synthetic identity number exists for birth date ${birthDate}${wanted}`)
}

/**
 * Every number {@link syntheticIdentityNumber} can give for a date, each once; `turn`, a whole number from 0, says how
 * far into the individual numbers to begin.
 */
export function syntheticIdentityNumbers(birthDate: string, dnr: boolean, turn: number): Generator<string> {
  const all = individualsFor(birthDate)
  const start = turn % Math.max(all.length, 1)
  return numbersFor(birthDate, dnr, [...all.slice(start), ...all.slice(0, start)])
}

function* numbersFor(birthDate: string, dnr: boolean, individuals: readonly number[]): Generator<string> {
  for (const individual of individuals) {
    const number = compose(birthDate, dnr, individual)
    if (number) yield number
  }
}

function individualsFor(birthDate: string): number[] {
  const year = checkedYear(birthDate)
  return INDIVIDUAL_SERIES.filter(([from, to]) => year >= from && year <= to).flatMap(([, , first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  )
}

function checkedYear(birthDate: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? Date.parse(`${birthDate}T00:00:00Z`) : Number.NaN
  // A date that rolls over (31 April) must not quietly become another one.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(birthDate)) {
    throw new RangeError(`expected a birth date yyyy-mm-dd that exists, got ${birthDate}`)
  }
  return Number(birthDate.slice(0, 4))
}

/** The offsets are added first: the control digits are computed on the digits as written. */
function compose(birthDate: string, dnr: boolean, individual: number): string | undefined {
  const day = Number(birthDate.slice(8)) + (dnr ? 40 : 0)
  const month = Number(birthDate.slice(5, 7)) + 80
  return withControlDigits(`${pad(day, 2)}${month}${birthDate.slice(2, 4)}${pad(individual, 3)}`)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
