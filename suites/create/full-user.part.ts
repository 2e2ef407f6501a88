import { type Act, type Facts, get, type Made } from '#check'
import { type Json, type JsonObject, URN } from '#scim'

/** Only what each document or vendor agrees on; phone numbers, e-mail addresses and ims may be canonicalised. */
export const SINGLE: Readonly<Record<string, Json>> = {
  displayName: 'Kari Nordmann',
  nickName: 'Kari',
  profileUrl: 'https://scim-test.example/kari',
  title: 'Sykepleier',
  userType: 'Employee',
  preferredLanguage: 'nb-NO',
  locale: 'nb-NO',
  timezone: 'Europe/Oslo',
  active: true,
}

export const ELEMENTS: Readonly<Record<string, JsonObject>> = {
  emails: { value: 'kari.nordmann@scim-test.example', type: 'work' },
  phoneNumbers: { value: '+4701555001', type: 'work' },
  photos: { value: 'https://scim-test.example/kari.jpg', type: 'photo' },
  addresses: { streetAddress: 'Storgata 1\nOppgang B', locality: 'Tromsø', country: 'NO', type: 'work' },
  entitlements: { value: 'scim-test-entitlement' },
  roles: { value: 'scim-test-role' },
}

export const NAME = { givenName: 'Ánne Máret', familyName: 'Øverås', formatted: 'Ánne Máret Øverås' }

/** The published single-valued attributes that a client may write and read, with their sample. */
export function singles({ schemas }: Facts) {
  const core = schemas.find(({ id }) => id === URN.user)?.attributes ?? []
  const open = core.filter(
    ({ mutability, returned }) => mutability === 'readWrite' && ['default', 'always'].includes(returned),
  )
  return open.flatMap(({ name }) =>
    Object.hasOwn(SINGLE, name) ? [{ name, value: SINGLE[name] ?? null }] : [],
  )
}

/** The published multi-valued attributes, each with one element cut down to the published parts. */
export function multiples({ schemas }: Facts) {
  const core = schemas.find(({ id }) => id === URN.user)?.attributes ?? []
  return core.flatMap(({ name, subAttributes }) => {
    const sample = Object.entries(ELEMENTS[name] ?? {})
    const open = sample.filter(([sub]) =>
      subAttributes.some((one) => one.name === sub && one.mutability === 'readWrite'),
    )
    return open.length > 0 ? [{ name, element: Object.fromEntries(open) }] : []
  })
}

/**
 * Reads a User that has all the samples at once, one for all who only read it. Where the target does not take so much
 * in one go, each gets a User with what it asked for alone.
 */
export async function readFullUser(act: Pick<Act, 'facts' | 'given' | 'shared' | 'send'>, own: JsonObject) {
  const { facts, given, shared, send } = act
  const published = (urn: string, wanted: string) =>
    facts.schemas.some(({ id, attributes }) => id === urn && attributes.some(({ name }) => name === wanted))
  const user: Made = await shared('User', {
    ...Object.fromEntries(singles(facts).map(({ name, value }) => [name, value])),
    ...Object.fromEntries(multiples(facts).map(({ name, element }) => [name, [element]])),
    ...(published(URN.user, 'name') ? { name: { ...NAME } } : {}),
    ...(published(URN.enterpriseUser, 'department')
      ? { [URN.enterpriseUser]: { department: 'Helse og velferd' } }
      : {}),
  }).catch(() => given('User', own))
  return { created: user.created, read: await send(get(user.path)) }
}
