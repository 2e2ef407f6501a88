import { weightedRemainder } from './control-digits.ts'

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]
const SERIALS = 2_000_000

/** True for nine ASCII digits whose last is the modulus 11 control digit. Source: Brønnøysundregistrene. */
export function isOrganisationNumber(text: string): boolean {
  if (typeof text !== 'string' || !/^[0-9]{9}$/.test(text)) return false
  return (weightedRemainder(text, WEIGHTS) + Number(text[8])) % 11 === 0
}

/** True for a valid number that begins with 2 or 3, as synthetic organisations do; real ones begin with 8 or 9. */
export function isSyntheticOrganisationNumber(text: string): boolean {
  return isOrganisationNumber(text) && (text.startsWith('2') || text.startsWith('3'))
}

/**
 * A valid synthetic organisation number; different serials give different numbers.
 *
 * @param serial a whole number from 0 to 1,999,999
 * @throws RangeError on any other serial
 */
export function syntheticOrganisationNumber(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS) {
    throw new RangeError(`expected a serial from 0 to ${SERIALS - 1}, got ${serial}`)
  }
  const body = String(3_000_000 - 1_000_000 * Math.floor(serial / 1_000_000) + (serial % 1_000_000))
  // Where the control digit would be 10 no number exists; the next eighth digit then always has one.
  const number = withControlDigit(`${body}0`) ?? withControlDigit(`${body}1`)
  return number as string
}

function withControlDigit(eight: string): string | undefined {
  const control = (11 - weightedRemainder(eight, WEIGHTS)) % 11
  return control === 10 ? undefined : `${eight}${control}`
}
