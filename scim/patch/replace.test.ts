import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, URN } from '../message/index.ts'
import { kari } from '../resource/user-model.sample.ts'
import { type Op, patch, refusal } from './patching.sample.ts'

const replace = (path: string, value: Json): Op => ({ op: 'replace', path, value })
const [work, home] = kari().emails as [JsonObject, JsonObject]

describe('replace', () => {
  it.each<[string, Op, Record<string, Json | undefined>]>([
    ['a single value', replace('userName', 'ola'), { userName: 'ola' }],
    ['an unassigned value', replace('title', 'Boss'), { title: 'Boss' }],
    [
      'all values',
      replace('emails', [{ value: 'a' }, { value: 'b' }]),
      { emails: [{ value: 'a' }, { value: 'b' }] },
    ],
    ['all values by one', replace('emails', { value: 'a' }), { emails: [{ value: 'a' }] }],
    [
      'named sub-attributes',
      replace('name', { givenName: 'K' }),
      { name: { familyName: 'Nordmann', givenName: 'K' } },
    ],
    ['sub-attributes by null', replace('name', { givenName: null }), { name: { familyName: 'Nordmann' } }],
    ['a sub-attribute of nothing', replace('roles.value', 'r'), { roles: [{ value: 'r' }] }],
    ['by null', replace('active', null), { active: undefined }],
    ['by an empty array', replace('emails', []), { emails: undefined }],
    ['a complex value by null', replace('name', null), { name: undefined }],
    ['nothing by an empty object', replace('name', {}), {}],
    [
      'matches, merging',
      replace('emails[type eq "work"]', { value: 'new' }),
      { emails: [{ ...work, value: 'new' }, home] },
    ],
    ['matches by null', replace('emails[type eq "work"]', null), { emails: [home] }],
    [
      'a sub-attribute of all matches',
      replace('emails[value co "kari"].display', 'D'),
      {
        emails: [
          { ...work, display: 'D' },
          { ...home, display: 'D' },
        ],
      },
    ],
    [
      'primary of a match',
      replace('emails[type eq "home"].primary', 'True'),
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      'in an extension',
      replace(`${URN.enterpriseUser.toUpperCase()}:manager`, { value: 'u-8', displayName: 'x' }),
      { [URN.enterpriseUser]: { employeeNumber: '42', manager: { value: 'u-8', displayName: 'Sjef' } } },
    ],
    [
      'a reference by text',
      replace(`${URN.enterpriseUser}:manager`, 'u-8'),
      { [URN.enterpriseUser]: { employeeNumber: '42', manager: { value: 'u-8', displayName: 'Sjef' } } },
    ],
    [
      'an extension by null',
      replace(URN.enterpriseUser, null),
      { [URN.enterpriseUser]: undefined, schemas: [URN.user] },
    ],
    ['simple values', replace('tags[value eq "red"]', 'green'), { tags: ['green', 'blue'] }],
  ])('%s', (_, operation, difference) => {
    const expected = Object.fromEntries(
      Object.entries({ ...kari(), ...difference }).filter(([, value]) => value !== undefined),
    )
    expect(patch(operation)).toEqual(expected)
  })

  it.each<[string, Op]>([
    ['400 noTarget', replace('emails[type eq "other"].value', 'x')],
    ['400 noTarget', replace('emails[type eq "other"]', { value: 'x' })],
    ['400 noTarget', replace('roles[type eq "other"]', null)],
    ['400 mutability', replace('id', 'u-1')],
    ['400 mutability', replace('userName', null)],
    ['400 mutability', replace('userName', [])],
    ['400 mutability', replace('schemas', null)],
    ['400 mutability', { op: 'replace', value: { id: 'other' } }],
    ['400 mutability', { op: 'replace', value: { groups: [{ value: 'g' }] } }],
    ['400 invalidPath', replace('nosuch', 'x')],
    ['400 invalidPath', { op: 'replace', value: { nosuch: 1 } }],
    ['400 invalidPath', { op: 'replace', value: { 'urn:x:y:User': { a: 1 } } }],
    ['400 invalidValue', replace('active', 'notaboolean')],
    ['400 invalidValue', replace('emails[type eq "work"]', 'x')],
    ['400 invalidValue', { op: 'replace', value: { [URN.enterpriseUser]: 'x' } }],
  ])('answers %s to %j', (expected, operation) => {
    expect(refusal(operation)).toBe(expected)
  })

  it('can create where Entra expects it', () => {
    const after = patch(replace('emails[type eq "other"].value', 'o@x'), kari(), {
      replaceWithoutMatch: 'create',
    })
    expect(after.emails).toEqual([work, home, { type: 'other', value: 'o@x' }])
  })

  it('may replace members as a whole', () => {
    expect(patch(replace('members', [{ value: '2' }]), { members: [{ value: '1' }] }).members).toEqual([
      { value: '2' },
    ])
  })
})

describe('a value without path', () => {
  it('sets attributes, sub-attributes, extensions and paths as Entra writes them', () => {
    const value = {
      TITLE: 'Boss',
      name: { formatted: 'K' },
      'name.givenName': 'K',
      'emails[type eq "work"].value': 'new',
      [`${URN.enterpriseUser}:department`]: 'IT',
      [URN.fiksPerson]: { foedselsnummer: '1' },
      [URN.enterpriseUser]: { 'manager.value': 'u-8' },
    }
    expect(patch({ op: 'replace', value })).toEqual({
      ...kari(),
      schemas: [URN.user, URN.enterpriseUser, URN.fiksPerson],
      title: 'Boss',
      name: { familyName: 'Nordmann', givenName: 'K', formatted: 'K' },
      emails: [{ ...work, value: 'new' }, home],
      [URN.enterpriseUser]: {
        employeeNumber: '42',
        manager: { value: 'u-8', displayName: 'Sjef' },
        department: 'IT',
      },
      [URN.fiksPerson]: { foedselsnummer: '1' },
    })
  })

  it('adds and replaces as with a path', () => {
    expect(patch({ op: 'add', value: { tags: ['green'] } }).tags).toEqual(['Red', 'blue', 'green'])
    expect(patch({ op: 'replace', value: { tags: ['green'] } }).tags).toEqual(['green'])
  })

  it('may hold the whole resource, meta out of date', () => {
    const value = { ...kari(), meta: { resourceType: 'Other' }, groups: [] }
    expect(patch({ op: 'replace', value })).toEqual(kari())
    expect(patch({ op: 'add', value })).toEqual(kari())
  })

  it('leaves out unknown members if told so', () => {
    const value = {
      nosuch: 1,
      'urn:x:y:User': { a: 1 },
      'a.b.c': 1,
      schemas: [URN.user, 'urn:x'],
      title: 'x',
    }
    expect(patch({ op: 'add', value }, kari(), { unknownMembers: 'ignore' })).toEqual({
      ...kari(),
      title: 'x',
    })
  })

  it('does not follow containers inside containers', () => {
    let deep: Json = {}
    for (let i = 0; i < 50_000; i += 1) deep = { [URN.enterpriseUser]: deep }
    expect(refusal({ op: 'add', value: deep })).toBe('400 invalidPath')
  })
})

describe('operations', () => {
  it('build on one another', () => {
    const after = patch([
      { op: 'replace', path: 'displayName', value: 'A' },
      { op: 'replace', path: 'displayName', value: 'B' },
      { op: 'remove', path: 'emails' },
      { op: 'add', path: 'emails', value: { value: 'a', type: 't' } },
      { op: 'replace', path: 'emails[type eq "t"].value', value: 'b' },
    ])
    expect([after.displayName, after.emails]).toEqual(['B', [{ value: 'b', type: 't' }]])
  })

  it('take effect together or not at all', () => {
    const before = kari()
    const bad = { op: 'replace', path: 'id', value: 'x' }
    expect(refusal([{ op: 'replace', path: 'emails[type eq "work"].value', value: 'A' }, bad], before)).toBe(
      '400 mutability',
    )
    expect(before).toEqual(kari())
  })

  it('leave no prototype behind', () => {
    const value = JSON.parse(
      '{"__proto__": {"polluted": true}, "name": {"__proto__": {"polluted": true}}}',
    ) as Json
    patch({ op: 'add', value }, kari(), { unknownMembers: 'ignore' })
    expect(refusal({ op: 'add', value })).toBe('400 invalidPath')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
