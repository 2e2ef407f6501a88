import { type Act, bodyOf, type Detail, elementsOf, get, type Made } from '#check'
import { type Exchange, member, sameJson } from '#scim'
import { OLD } from './values.part.ts'

/** Three addresses of these types, told apart by their locality: `1`, `2` and `3`. */
export async function userWithAddresses(
  { blocked, given, send }: Act,
  types: readonly [string, string, string],
): Promise<Made> {
  const addresses = types.map((type, index) => ({ type, locality: String(index + 1), postalCode: OLD }))
  const user = await given('User', { addresses })
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
