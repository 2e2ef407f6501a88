import { firstRemainder, secondRemainder } from './control-digits.ts'

/**
 * Which numbers pass: `1964` only those that have always been valid, `2032` and `advisory` also those that may be issued
 * from 2032. Under `advisory` a caller is expected to warn where the answer's `rule` is `2032`.
 */
export type IdentityNumberRule = '1964' | '2032' | 'advisory'

/**
 * `tenor`: month + 80, Skatteetaten's synthetic persons. `nhn`: month + 65, reserved persons of Norsk helsenett.
 * `nav-or-hnr`: month + 40, either NAV's synthetic persons or a real health H-number; the number does not tell which.
 * `fh`: first digit 8 or 9, common health number, no date in it. `real-shaped`: no offset.
 */
export type IdentityNumberSeries = 'real-shaped' | 'tenor' | 'nhn' | 'nav-or-hnr' | 'fh'

export type IdentityNumberClass =
  | {
      readonly valid: true
      readonly series: IdentityNumberSeries
      /** A D-number: the day has 40 added. */
      readonly dnr: boolean
      /** The oldest rule under which the number is valid. */
      readonly rule: '1964' | '2032'
      readonly reason?: undefined
    }
  | {
      readonly valid: false
      /** Absent where the text is not eleven ASCII digits. */
      readonly series?: IdentityNumberSeries
      readonly dnr: boolean
      readonly rule?: undefined
      /** The first thing that is wrong: shape, calendar, first or second control digit. */
      readonly reason: 'format' | 'date' | 'k1' | 'k2'
    }

const OFFSETS = [
  { offset: 80, series: 'tenor' },
  { offset: 65, series: 'nhn' },
  { offset: 40, series: 'nav-or-hnr' },
] as const
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * What a Norwegian identity number (fødselsnummer, D-number, health numbers) is, by its digits alone.
 * A valid number says nothing about whether anybody has it, and neither age nor sex may be taken from it.
 *
 * @param text exactly eleven ASCII digits, without the display blank; anything else has `reason: 'format'`
 * @param rule defaults to `advisory`
 * Source: the national identity number notes of the project, C-01 to C-20 (Skatteetaten, NHN, NAV).
 */
export function classifyIdentityNumber(
  text: string,
  rule: IdentityNumberRule = 'advisory',
): IdentityNumberClass {
  if (typeof text !== 'string' || !/^[0-9]{11}$/.test(text))
    return { valid: false, dnr: false, reason: 'format' }
  const { series, dnr, dated } = readSeries(text)
  const reason = dated ? wrongControlDigit(text, rule) : 'date'
  if (reason) return { valid: false, series, dnr, reason }
  return { valid: true, series, dnr, rule: firstRemainder(text) === 0 ? '1964' : '2032' }
}

/** True only for a valid number of a series that no real person can be in: `tenor` and `nhn`. */
export function isSynthetic(text: string): boolean {
  const { valid, series } = classifyIdentityNumber(text)
  return valid && (series === 'tenor' || series === 'nhn')
}

function readSeries(digits: string): { series: IdentityNumberSeries; dnr: boolean; dated: boolean } {
  if (digits >= '8') return { series: 'fh', dnr: false, dated: true }
  const dnr = digits >= '4'
  const day = Number(digits.slice(0, 2)) - (dnr ? 40 : 0)
  const month = Number(digits.slice(2, 4))
  const shifted = OFFSETS.find(({ offset }) => month > offset && month <= offset + 12)
  const dated = isDate(day, month - (shifted?.offset ?? 0), Number(digits.slice(4, 6)))
  return { series: shifted?.series ?? 'real-shaped', dnr, dated }
}

/** The century is unknown, so 29 February of year 00 passes (2000 had one). */
function isDate(day: number, month: number, shortYear: number): boolean {
  const leapDay = day === 29 && month === 2 && shortYear % 4 === 0
  return leapDay || (day >= 1 && day <= (DAYS[month - 1] ?? 0))
}

function wrongControlDigit(digits: string, rule: IdentityNumberRule): 'k1' | 'k2' | undefined {
  if (firstRemainder(digits) > (rule === '1964' ? 0 : 3)) return 'k1'
  return secondRemainder(digits) === 0 ? undefined : 'k2'
}
