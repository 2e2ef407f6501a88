const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** The sum of digit times weight, over as many leading digits as there are weights, modulo 11. */
export function weightedRemainder(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11
}

/** What is left, modulo 11, when the tenth digit is added to its sum: 0 by the 1964 rule, 0 to 3 by the 2032 rule. */
export function firstRemainder(digits: string): number {
  return (weightedRemainder(digits, FIRST_WEIGHTS) + Number(digits[9])) % 11
}

/** The same for the eleventh digit: 0 by both rules. */
export function secondRemainder(digits: string): number {
  return (weightedRemainder(digits, SECOND_WEIGHTS) + Number(digits[10])) % 11
}

/**
 * Nine digits with their two control digits behind, or undefined where a control digit would be 10.
 * Deliberately not exported from the floor: it would build numbers of real-person series as readily as synthetic ones.
 */
export function withControlDigits(nine: string, remainder = 0): string | undefined {
  const first = (22 + remainder - weightedRemainder(nine, FIRST_WEIGHTS)) % 11
  if (first === 10) return undefined
  const ten = `${nine}${first}`
  const second = (11 - weightedRemainder(ten, SECOND_WEIGHTS)) % 11
  return second === 10 ? undefined : `${ten}${second}`
}
