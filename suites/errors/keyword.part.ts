import { bodyOf, type Claim } from '#check'
import { type Exchange, member } from '#scim'

/** The keyword is optional here; where it is given, it is one of these. */
export function claimKeyword(claim: Claim, refused: Exchange, ...allowed: readonly string[]): Claim {
  const actual = member(bodyOf(refused), 'scimType') ?? null
  const fits = actual === null || allowed.some((one) => one === actual)
  return claim.holds(fits, {
    what: 'scimType',
    expected: allowed.length === 1 ? (allowed[0] ?? null) : [...allowed],
    actual,
  })
}
