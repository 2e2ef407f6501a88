/**
 * What a directory knows about a person, flat. The order is the one in which values are put into a resource.
 * How each name is spelled in SCIM is the business of `wire/attribute.ts`.
 */
export const ATTRIBUTES = [
  'externalId',
  'userName',
  'displayName',
  'nickName',
  'title',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'name.formatted',
  'name.familyName',
  'name.givenName',
  'name.middleName',
  'name.honorificPrefix',
  'emails.work',
  'emails.home',
  'emails.other',
  'phoneNumbers.work',
  'phoneNumbers.mobile',
  'phoneNumbers.fax',
  'addresses.work.formatted',
  'addresses.work.streetAddress',
  'addresses.work.locality',
  'addresses.work.region',
  'addresses.work.postalCode',
  'addresses.work.country',
  'roles',
  'enterprise.employeeNumber',
  'enterprise.costCenter',
  'enterprise.organization',
  'enterprise.division',
  'enterprise.department',
  'nationalId',
] as const
export type AttributeName = (typeof ATTRIBUTES)[number]

/** `roles` holds the names of all roles, with ", " between them. */
export type Attributes = Readonly<Partial<Record<AttributeName, string>>>

/** `null` takes the value away. */
export type AttributeChanges = Readonly<Partial<Record<AttributeName, string | null>>>

export function withChanges(attributes: Attributes, changes: AttributeChanges): Attributes {
  const merged = ATTRIBUTES.map((name) => {
    const change = changes[name]
    return [name, change === undefined ? attributes[name] : change] as const
  })
  return Object.fromEntries(merged.filter(([, value]) => typeof value === 'string')) as Attributes
}

/** The attributes that are there, with their names. */
export function entriesOf<Value>(
  values: Readonly<Partial<Record<AttributeName, Value>>>,
): [AttributeName, Value][] {
  return ATTRIBUTES.flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [[name, value] as [AttributeName, Value]]
  })
}
