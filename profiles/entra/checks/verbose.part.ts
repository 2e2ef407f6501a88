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

/** Texts that differ from those of every other call. */
export function singleValues({ mark, person }: Act): Given[] {
  const { givenName, familyName, department } = person()
  const text = (path: string): Given => ({ path, value: mark(path.replace(/^.*[:.]/, '')) })
  return [
    ...['displayName', 'title', 'nickName', 'userType', 'externalId'].map(text),
    { path: 'preferredLanguage', value: 'nn' },
    { path: 'locale', value: 'nn-NO' },
    { path: 'timezone', value: 'Europe/Paris' },
    { path: 'profileUrl', value: 'https://profil.scim-test.example/' },
    { path: 'name.givenName', value: givenName },
    { path: 'name.familyName', value: familyName },
    { path: 'name.formatted', value: `${givenName} ${familyName}` },
    { path: 'name.middleName', value: 'Mellomnavn' },
    { path: 'name.honorificPrefix', value: 'Dr.' },
    { path: 'name.honorificSuffix', value: 'd.y.' },
    ...['employeeNumber', 'costCenter', 'organization', 'division'].map((name) =>
      text(`${ENTERPRISE}:${name}`),
    ),
    { path: `${ENTERPRISE}:department`, value: department },
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

/** Where those elements are to be replaced, they have to be there. */
export function elementsBefore({ mark, address, person }: Act): JsonObject {
  return {
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
