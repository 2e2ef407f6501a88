import { type Act, bodyOf, type Detail, elementsOf, get, type Made, type Reading, reading } from '#check'
import { type Exchange, member, sameJson } from '#scim'
import { OLD } from './values.part.ts'

/** Three addresses of these types, told apart by their locality: `1`, `2` and `3`. A refusal blocks unless told otherwise. */
export async function userWithAddresses(
  { blocked, given, send }: Act,
  types: readonly [string, string, string],
  whenRefused?: () => Promise<never>,
): Promise<Made> {
  const addresses = types.map((type, index) => ({ type, locality: String(index + 1), postalCode: OLD }))
  const made = given('User', { addresses })
  const user = await (whenRefused ? made.catch(whenRefused) : made)
  const before = await send(get(user.path))
  if (elementsOf(bodyOf(before), 'addresses').length !== 3)
    blocked('the target does not keep three addresses')
  return user
}

/** Are these the addresses, each as `locality: postal code`, sorted? */
export function codesAre(exchange: Exchange, expected: readonly string[]): [boolean, Detail] {
  const addresses = elementsOf(bodyOf(exchange), 'addresses')
  const actual = addresses.map((one) => `${member(one, 'locality')}: ${member(one, 'postalCode')}`).sort()
  const detail = { what: 'postal codes by locality', expected: [...expected], actual }
  return [sameJson(actual, [...expected]), detail]
}

/** How a refusal to select by such a condition counts. To find nothing is another thing than not to understand. */
export const notUnderstood = (answer: Exchange): Reading<number>[] =>
  member(bodyOf(answer), 'scimType') === 'noTarget' ? [] : [reading('AMB-074/operator-unsupported', 400)]
