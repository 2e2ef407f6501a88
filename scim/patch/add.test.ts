import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, URN } from '../message/index.ts'
import { kari } from '../resource/user-model.sample.ts'
import { changed } from './index.ts'
import { type Op, patch, refusal } from './patching.sample.ts'

const add = (path: string, value: Json): Op => ({ op: 'add', path, value })
const [work, home] = kari().emails as [JsonObject, JsonObject]
const enterprise = kari()[URN.enterpriseUser] as Record<string, Json>

describe('add', () => {
  it.each<[string, Op, Record<string, Json>]>([
    ['sets what is unassigned', add('title', 'Boss'), { title: 'Boss' }],
    ['replaces a single value', add('USERNAME', 'ola'), { userName: 'ola' }],
    ['takes the URN of the core schema', add(`${URN.user}:title`, 'x'), { title: 'x' }],
    [
      'merges a complex value',
      add('name', { FORMATTED: 'K. N.' }),
      { name: { familyName: 'Nordmann', givenName: 'Kari', formatted: 'K. N.' } },
    ],
    [
      'sets a sub-attribute',
      add('name.GIVENNAME', 'K'),
      { name: { familyName: 'Nordmann', givenName: 'K' } },
    ],
    ['appends one value', add('emails', { value: 'k@x' }), { emails: [work, home, { value: 'k@x' }] }],
    ['appends several', add('tags', ['green', 'RED', 'green']), { tags: ['Red', 'blue', 'green'] }],
    ['knows a value that is there', add('emails', [{ value: 'KARI@home.example', type: 'home' }]), {}],
    ['ignores an empty array', add('emails', []), {}],
    ['ignores null inside a complex value', add('name', { familyName: null }), {}],
    ['coerces booleans', add('active', 'False'), { active: false }],
    [
      'writes to what a filter matches',
      add('emails[type eq "home"].display', 'Home'),
      { emails: [work, { value: 'kari@home.example', type: 'home', display: 'Home' }] },
    ],
    [
      'creates what a filter describes',
      add('emails[type eq "other" and display eq "O" and value co "@"].value', 'o@x'),
      { emails: [work, home, { type: 'other', display: 'O', value: 'o@x' }] },
    ],
    [
      'creates from a filter and an object',
      add('addresses[type eq "work"]', { locality: 'Oslo' }),
      { addresses: [{ type: 'work', locality: 'Oslo' }] },
    ],
    [
      'creates for a boolean in quotes',
      add('roles[primary eq "True"].value', 'r'),
      { roles: [{ primary: true, value: 'r' }] },
    ],
    ['creates an element for a sub-attribute', add('roles.value', 'r'), { roles: [{ value: 'r' }] }],
    [
      'sets a sub-attribute of every element',
      add('emails.display', 'd'),
      {
        emails: [
          { ...work, display: 'd' },
          { ...home, display: 'd' },
        ],
      },
    ],
    [
      'moves primary',
      add('emails', { value: 'k@x', primary: true }),
      { emails: [{ ...work, primary: false }, home, { value: 'k@x', primary: true }] } as Record<
        string,
        Json
      >,
    ],
    [
      'moves primary to a value that is there',
      add('emails', { value: 'kari@home.example', type: 'home', primary: true }),
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      'adds to an extension',
      add(`${URN.enterpriseUser}:DEPARTMENT`, 'IT'),
      { [URN.enterpriseUser]: { ...enterprise, department: 'IT' } },
    ],
    [
      'adds an extension with its URN',
      add(`${URN.fiksPerson}:foedselsnummer`, '123'),
      {
        schemas: [URN.user, URN.enterpriseUser, URN.fiksPerson],
        [URN.fiksPerson]: { foedselsnummer: '123' },
      },
    ],
    [
      'adds to an extension as a whole',
      add(URN.fiksPerson, { foedselsnummer: '123' }),
      {
        schemas: [URN.user, URN.enterpriseUser, URN.fiksPerson],
        [URN.fiksPerson]: { foedselsnummer: '123' },
      },
    ],
    [
      'adds to schemas',
      add('schemas', [URN.fiksPerson.toUpperCase()]),
      { schemas: [URN.user, URN.enterpriseUser, URN.fiksPerson] },
    ],
    ['sets an immutable attribute once', add('badge', 'B'), { badge: 'B' }],
    [
      'drops read-only sub-attributes',
      add('members', [{ value: '1', display: 'x' }]),
      { members: [{ value: '1' }] },
    ],
  ])('%s', (_, operation, difference) => {
    const before = kari()
    const after = patch(operation, before)
    expect(after).toEqual({ ...kari(), ...difference })
    expect(before).toEqual(kari())
    expect(changed(before, after)).toBe(Object.keys(difference).length > 0)
  })

  it('takes a member for the same by its value', () => {
    const group = {
      userName: 'g',
      members: [{ value: '1', $ref: 'https://x.example/Users/1', type: 'User' }],
    }
    expect(patch(add('members', [{ value: '1' }]), group)).toEqual(group)
    expect(patch(add('members', [{ value: '1', type: 'Group' }]), group).members).toHaveLength(2)
  })

  it('hits members however they are spelled', () => {
    expect(patch(add('name.familyName', 'B'), { NAME: { FamilyNAME: 'A' } })).toEqual({
      NAME: { FamilyNAME: 'B' },
    })
  })

  it.each<[string, Op]>([
    ['400 mutability', add('id', 'x')],
    ['400 mutability', add('meta.created', '2024-01-01T00:00:00Z')],
    ['400 mutability', add('groups', [{ value: 'g' }])],
    ['400 mutability', add('groups[value eq "1"].value', 'x')],
    ['400 mutability', add(`${URN.enterpriseUser}:manager.displayName`, 'x')],
    ['400 invalidPath', add('nosuch', 'x')],
    ['400 invalidPath', add('employeeNumber', 'x')],
    ['400 invalidPath', add('name.nosuch', 'x')],
    ['400 invalidPath', add('emails[type eq "work"].nosuch', 'x')],
    ['400 invalidPath', add('name[familyName eq "x"].givenName', 'x')],
    ['400 invalidPath', add('urn:nosuch:2.0:User:title', 'x')],
    ['400 invalidPath', add('__proto__', { polluted: true })],
    ['400 invalidPath', add('constructor.prototype', 'x')],
    ['400 invalidFilter', add('emails[nosuch eq "x"].value', 'x')],
    ['400 invalidFilter', add('emails[primary gt true].value', 'x')],
    ['400 invalidValue', add('name', 'x')],
    ['400 invalidValue', add('emails', 'x')],
    ['400 invalidValue', add('emails', [{ nosuch: 1 }])],
    ['400 invalidValue', add('title', 5)],
    ['400 invalidValue', add('title', ['x'])],
    ['400 invalidValue', add('title', { x: 1 })],
    ['400 invalidValue', add('active', 'maybe')],
    ['400 invalidValue', add('age', 1.5)],
    ['400 invalidValue', add('age', '1')],
    ['400 invalidValue', add('hired', 'yesterday')],
    ['400 invalidValue', add('schemas', ['urn:nosuch'])],
    ['400 invalidValue', add(URN.enterpriseUser, 'x')],
    ['400 noTarget', add('emails[type eq "a" or type eq "b"].value', 'x')],
    ['400 noTarget', add('emails[type eq "a" and value eq "b"].value', 'x')],
  ])('answers %s to %j', (expected, operation) => {
    expect(refusal(operation)).toBe(expected)
  })

  it('keeps immutable values', () => {
    const resource = { userName: 'x', badge: 'B', members: [{ value: '1' }] }
    expect(refusal(add('badge', 'C'), resource)).toBe('400 mutability')
    expect(patch(add('badge', 'b'), resource).badge).toBe('b')
    expect(refusal(add('members[value eq "1"].value', '2'), resource)).toBe('400 mutability')
  })

  it('obeys its options', () => {
    expect(refusal(add('emails[type eq "x"].value', 'x'), kari(), { addWithFilter: 'noTarget' })).toBe(
      '400 noTarget',
    )
    expect(refusal(add('active', 'False'), kari(), { coerceBooleans: false })).toBe('400 invalidValue')
    const manager = add(`${URN.enterpriseUser}:manager`, 'u-8')
    expect(refusal(manager, kari(), { textAsReference: false })).toBe('400 invalidValue')
    expect(patch(add('emails', [{ value: 'a', nosuch: 1 }]), {}, { unknownMembers: 'ignore' })).toEqual({
      emails: [{ value: 'a' }],
    })
  })
})
