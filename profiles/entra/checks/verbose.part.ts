import { type Act, type Detail, isUnassigned } from '#check'
import { type Json, type JsonObject, member, URN } from '#scim'
import { findSchema } from '#scim/schema'

/** One path of a verbose PATCH with what it is given. */
export interface Given {
  readonly path: string
  readonly value: Json
}

const ENTERPRISE = URN.enterpriseUser
const PATH = /^(?:(urn:.+:User):)?(\w+)(?:\[type eq "(\w+)"\])?(?:\.(\w+))?$/

/** What a user has at a path of the forms used here: plain, dotted, by `[type eq "…"]`, and any of them behind a URN. */
export function valueAt(user: JsonObject | undefined, path: string): Json | undefined {
  const [, urn, attribute = '', type, part] = PATH.exec(path) ?? []
  const value = member(urn === undefined ? user : member(user, urn), attribute)
  const one = type === undefined ? value : elementOf(value, type)
  return part === undefined ? one : member(one, part)
}

function elementOf(value: Json | undefined, type: string): Json | undefined {
  return Array.isArray(value) ? value.find((one) => member(one, 'type') === type) : undefined
}

/** What a directory has of a person. Values that a target may have rules for are such as people really have. */
export function singleValues({ mark, person }: Act): Given[] {
  const { givenName, familyName, displayName, department, title } = person()
  return [
    { path: 'externalId', value: mark('ekstern') },
    { path: 'displayName', value: `${displayName} ${familyName}` },
    { path: 'title', value: `${title} 2` },
    { path: 'nickName', value: givenName },
    { path: 'userType', value: 'Contractor' },
    { path: 'preferredLanguage', value: 'nn-NO' },
    { path: 'locale', value: 'nn-NO' },
    { path: 'timezone', value: 'Europe/Paris' },
    { path: 'profileUrl', value: 'https://scim-test.example/profil' },
    { path: 'name.givenName', value: givenName },
    { path: 'name.familyName', value: familyName },
    { path: 'name.formatted', value: `${givenName} ${familyName}` },
    { path: 'name.middleName', value: 'Marie' },
    { path: 'name.honorificPrefix', value: 'Dr.' },
    { path: 'name.honorificSuffix', value: 'Jr.' },
    { path: `${ENTERPRISE}:employeeNumber`, value: '100234' },
    { path: `${ENTERPRISE}:costCenter`, value: '4110' },
    { path: `${ENTERPRISE}:organization`, value: 'Testvik kommune' },
    { path: `${ENTERPRISE}:division`, value: 'Velferd' },
    { path: `${ENTERPRISE}:department`, value: `${department} 2` },
  ]
}

export function elementValues({ mark, address, person }: Act): Given[] {
  const work = (part: string, value: Json): Given => ({ path: `addresses[type eq "work"].${part}`, value })
  return [
    { path: 'emails[type eq "work"].value', value: address(mark('arbeid')) },
    { path: 'emails[type eq "work"].primary', value: true },
    ...['work', 'mobile', 'fax'].map((type) => ({
      path: `phoneNumbers[type eq "${type}"].value`,
      value: person().phone,
    })),
    work('formatted', 'Rådhusgata 2, 0002 Testvik'),
    work('streetAddress', 'Rådhusgata 2'),
    work('locality', 'Testvik'),
    work('region', 'Testfylke'),
    work('postalCode', '0002'),
    work('country', 'NO'),
    work('primary', true),
  ]
}

/** A user who has other values at each of those paths: what is replaced has to be there. */
export function everythingBefore({ mark, address, person }: Act): JsonObject {
  const { givenName, familyName, displayName, department, title } = person()
  return {
    externalId: mark('før'),
    displayName,
    title,
    nickName: `${givenName} ${familyName.charAt(0)}`,
    userType: 'Employee',
    preferredLanguage: 'nb-NO',
    locale: 'nb-NO',
    timezone: 'Europe/Oslo',
    profileUrl: 'https://scim-test.example/gammel-profil',
    name: {
      givenName,
      familyName,
      formatted: displayName,
      middleName: 'Lie',
      honorificPrefix: 'Prof.',
      honorificSuffix: 'Sr.',
    },
    emails: [{ value: address(mark('før')), type: 'work', primary: true }],
    phoneNumbers: ['work', 'mobile', 'fax'].map((type) => ({ value: person().phone, type })),
    addresses: [
      {
        type: 'work',
        formatted: 'Storgata 1, 0001 Gamlevik',
        streetAddress: 'Storgata 1',
        locality: 'Gamlevik',
        region: 'Gamlefylke',
        postalCode: '0001',
        country: 'SE',
        primary: true,
      },
    ],
    [ENTERPRISE]: {
      employeeNumber: '100233',
      costCenter: '4100',
      organization: 'Gamlevik kommune',
      division: 'Oppvekst',
      department,
    },
  }
}

/** Those that the target's schemas know of: nothing else can be expected to stay. */
export function known(all: readonly Given[], { facts }: Act): Given[] {
  return all.filter(({ path }) => {
    const [, urn = URN.user, name = ''] = PATH.exec(path) ?? []
    const attributes = findSchema(facts.schemas, urn)?.attributes ?? []
    return attributes.some((one) => one.name.toLowerCase() === name.toLowerCase())
  })
}

/** Whether a value arrived; the target may spell texts and numbers in its own way, and make up what is `formatted`. */
export function arrived(user: JsonObject | undefined, { path, value }: Given): [boolean, Detail] {
  const actual = valueAt(user, path)
  const detail = { what: path, expected: value, actual }
  if (/formatted$/.test(path)) return [!isUnassigned(actual), detail]
  return [spelled(actual, path) === spelled(value, path), detail]
}

function spelled(value: Json | undefined, path: string): Json | undefined {
  if (typeof value !== 'string') return value
  return path.startsWith('phoneNumbers') ? value.replace(/\D/g, '') : value.toLowerCase()
}

/** What the operations of a PATCH gave to which paths. */
export function givenIn(body: Json | undefined): Given[] {
  const operations = member(body, 'Operations')
  return (Array.isArray(operations) ? operations : []).map((one) => ({
    path: String(member(one, 'path')),
    value: member(one, 'value') ?? null,
  }))
}
