import { withControlDigits } from './control-digits.ts'

export interface SyntheticIdentityNumberOptions {
  /** A D-number: day + 40. */
  readonly dnr?: boolean
  /** Exactly this individual number, 0 to 999; without it, the first that gives a number. */
  readonly individual?: number
  /**
   * `2032`: a number that only the rule for numbers issued from 2032 allows; its individual number tells no century.
   * `1964` unless said otherwise.
   */
  readonly rule?: '1964' | '2032'
}

/** Born from, born to, individual numbers from and to; in the order they are used up. */
const INDIVIDUAL_SERIES = [
  [1854, 1899, 500, 749],
  [1900, 1999, 0, 499],
  [1940, 1999, 900, 999],
  [2000, 2039, 500, 999],
] as const

const REMAINDERS = { '1964': [0], '2032': [1, 2, 3] } as const
type Range = readonly [first: number, last: number]
const ANY_INDIVIDUAL: readonly Range[] = [[0, 999]]

/**
 * A valid identity number of the Tenor series (month + 80), so that no real person can have it.
 * It may coincide with somebody else's test person; a person who must log in has to be fetched from Tenor.
 *
 * @param birthDate `yyyy-mm-dd`, born 1854 to 2039
 * @throws RangeError where the date does not exist, or no number exists for it or for the `individual` asked for
 */
export function syntheticIdentityNumber(
  birthDate: string,
  { dnr = false, individual, rule = '1964' }: SyntheticIdentityNumberOptions = {},
): string {
  const ranges = individualsFor(birthDate, rule)
  const all = individual === undefined ? inTurn(ranges, 0) : [individual].filter(isIn(ranges))
  for (const number of numbersFor(birthDate, dnr, all, REMAINDERS[rule])) return number
  const wanted = individual === undefined ? '' : ` and individual number ${individual}`
  throw new RangeError(`no synthetic identity number exists for birth date ${birthDate}${wanted}`)
}

/**
 * Every number {@link syntheticIdentityNumber} can give for a date, each once; `turn`, a whole number from 0, says how
 * far into the individual numbers to begin.
 */
export function syntheticIdentityNumbers(
  birthDate: string,
  dnr: boolean,
  turn: number,
  rule: '1964' | '2032' = '1964',
): Generator<string> {
  return numbersFor(birthDate, dnr, inTurn(individualsFor(birthDate, rule), turn), REMAINDERS[rule])
}

function* numbersFor(
  birthDate: string,
  dnr: boolean,
  individuals: Iterable<number>,
  remainders: readonly number[],
): Generator<string> {
  for (const individual of individuals) {
    const nine = firstNine(birthDate, dnr, individual)
    for (const remainder of remainders) {
      const number = withControlDigits(nine, remainder)
      if (number) yield number
    }
  }
}

function individualsFor(birthDate: string, rule: '1964' | '2032'): readonly Range[] {
  const year = checkedYear(birthDate)
  if (rule === '2032') return ANY_INDIVIDUAL
  const series = INDIVIDUAL_SERIES.filter(([from, to]) => year >= from && year <= to)
  return series.map(([, , first, last]) => [first, last])
}

/** All of them once, beginning so far into them; none is made before it is asked for. */
function* inTurn(ranges: readonly Range[], turn: number): Generator<number> {
  const sizes = ranges.map(([first, last]) => last - first + 1)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  for (let done = 0; done < total; done++) {
    let at = (turn + done) % total
    let range = 0
    while (at >= (sizes[range] as number)) at -= sizes[range++] as number
    yield (ranges[range] as Range)[0] + at
  }
}

function isIn(ranges: readonly Range[]): (individual: number) => boolean {
  return (individual) =>
    Number.isInteger(individual) && ranges.some(([first, last]) => individual >= first && individual <= last)
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
function firstNine(birthDate: string, dnr: boolean, individual: number): string {
  const day = Number(birthDate.slice(8)) + (dnr ? 40 : 0)
  const month = Number(birthDate.slice(5, 7)) + 80
  return `${pad(day, 2)}${month}${birthDate.slice(2, 4)}${pad(individual, 3)}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
