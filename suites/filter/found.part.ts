import { type Claim, type Claims, createdId, idsIn, type Reading, type RequirementId, reading } from '#check'
import { type Exchange, type Json, sameJson } from '#scim'

/** A target may store text in letters of its own, all small ones for instance. */
export function isKept(stored: Json | undefined, sent: string): boolean {
  return typeof stored === 'string' && stored.toLowerCase() === sent.toLowerCase()
}

/** States that a list holds exactly these ids. */
export function finds(claim: Claim, list: Exchange, expected: readonly Json[]): Claim {
  return claim.holds(sameJson(idsIn(list), [...expected]), {
    what: 'ids found',
    expected: [...expected],
    actual: idsIn(list),
  })
}

const UNSUPPORTED = reading('AMB-074/operator-unsupported', 400)

/** How a refusal of `eq` counts: a target has to find users by their id and userName (AMB-074). */
export function refusedEq(attribute: string): Reading<number> {
  return /^(id|userName)$/.test(attribute) ? reading('AMB-074/eq-unsupported', 400) : UNSUPPORTED
}

/** States that a filter finds exactly these ids, or is refused where that is allowed: a target may lack an operator. */
export function findsOrRefuses(
  claim: Claim,
  list: Exchange,
  expected: readonly Json[],
  refused: Reading<number> = UNSUPPORTED,
): void {
  const stated = claim.status(200, refused)
  if (list.response?.status !== 400) finds(stated, list, expected)
}

/** Two filters that tell one user from all others: one that it meets and one that it does not. */
export function findsOnlyTheHit<Row extends RequirementId>(
  claim: Claims<Row>,
  rows: readonly Row[],
  { user, hit, miss }: { user: Exchange; hit: Exchange; miss: Exchange },
): void {
  for (const row of rows) findsOrRefuses(claim(row, hit), hit, [createdId(user)])
  for (const row of rows) findsOrRefuses(claim(row, miss), miss, [])
}
