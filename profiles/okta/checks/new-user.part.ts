import type { Act } from '#check'
import type { JsonObject } from '#scim'

/** What Okta sends of a new user, as far as its tests look at it. */
export function newUser({ person, address, mark }: Act): JsonObject {
  const { givenName, familyName, displayName } = person()
  return {
    userName: address(mark('ny')),
    name: { givenName, familyName },
    displayName,
    emails: [{ primary: true, value: address(mark('post')), type: 'work' }],
    active: true,
  }
}
