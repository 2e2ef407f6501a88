import type { Json, JsonObject } from '#scim'
import type { Attribute } from '#scim/schema'

/** What an organisation would put there. `{…}` is filled in from the person (see `draft.ts`). */
const KNOWN: Readonly<Record<string, Json>> = {
  userName: '{userName}',
  externalId: '{key}',
  displayName: '{displayName}',
  nickName: '{givenName}',
  profileUrl: 'https://scim-test.example/people/{key}',
  title: '{title}',
  userType: 'Employee',
  preferredLanguage: 'nb-NO',
  locale: 'nb-NO',
  timezone: 'Europe/Oslo',
  active: true,
  password: 'Aa1!{key}',
  givenName: '{givenName}',
  familyName: '{familyName}',
  middleName: '{familyName}',
  formatted: '{formatted}',
  emails: [{ value: '{email}', type: 'work', primary: true }],
  phoneNumbers: [{ value: '{phone}', type: 'work', primary: true }],
  addresses: [{ type: 'work', streetAddress: 'Storgata {n}', locality: 'Oslo', country: 'NO' }],
  employeeNumber: '{key}',
  costCenter: '{n}',
  organization: 'scim-test',
  division: '{department}',
  department: '{department}',
}

/** Such as an attribute of this name, or else of this type, may well have; with placeholders. */
export function plausibleValue(attribute: Attribute): Json {
  const known = Object.entries(KNOWN).find(([name]) => name.toLowerCase() === attribute.name.toLowerCase())
  if (known) return known[1]
  const one = plausibleElement(attribute)
  return attribute.multiValued ? [one] : one
}

function plausibleElement({ type, subAttributes, canonicalValues }: Attribute): Json {
  if (type === 'complex') return plausibleParts(subAttributes)
  if (canonicalValues?.[0] !== undefined) return canonicalValues[0]
  const values: Readonly<Record<string, Json>> = {
    boolean: true,
    integer: 1,
    decimal: 1.5,
    dateTime: '2024-01-31T08:00:00Z',
    binary: 'c2NpbS10ZXN0',
    reference: 'https://scim-test.example/{key}',
  }
  return values[type] ?? '{key}'
}

/** What must be there, or the value where nothing must. */
function plausibleParts(parts: readonly Attribute[]): JsonObject {
  const writable = parts.filter(({ mutability }) => mutability !== 'readOnly')
  const wanted = writable.filter(({ required }) => required)
  const chosen = wanted.length > 0 ? wanted : writable.filter(({ name }) => name === 'value')
  return Object.fromEntries(
    (chosen.length > 0 ? chosen : writable).map((part) => [part.name, plausibleValue(part)]),
  )
}
