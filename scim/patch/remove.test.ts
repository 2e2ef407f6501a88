import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, URN } from '../message/index.ts'
import { kari } from '../resource/user-model.sample.ts'
import { type Op, patch, refusal } from './patching.sample.ts'

const remove = (path: string, value?: Json): Op => ({
  op: 'remove',
  path,
  ...(value !== undefined && { value }),
})
const [work, home] = kari().emails as [JsonObject, JsonObject]

describe('remove', () => {
  it.each<[string, Op, Record<string, Json | undefined>]>([
    ['unassigns a single value', remove('active'), { active: undefined }],
    ['unassigns all values', remove('emails'), { emails: undefined }],
    ['takes out what the filter matches', remove('emails[value eq "KARI@work.example"]'), { emails: [home] }],
    ['combines conditions', remove('emails[type eq "work" and value ew "home.example"]'), {}],
    ['unassigns with the last value', remove('emails[value pr]'), { emails: undefined }],
    ['takes out a sub-attribute', remove('name.givenname'), { name: { familyName: 'Nordmann' } }],
    [
      'takes out a sub-attribute of matches',
      remove('emails[type eq "work"].primary'),
      { emails: [{ value: 'kari@work.example', type: 'work' }, home] },
    ],
    [
      'takes a sub-attribute out of all',
      remove('emails.type'),
      { emails: [{ value: 'kari@work.example', primary: true }, { value: 'kari@home.example' }] },
    ],
    ['matches simple values', remove('tags[value eq "red"]'), { tags: ['blue'] }],
    [
      'takes an attribute out of an extension',
      remove(`${URN.enterpriseUser}:manager`),
      { [URN.enterpriseUser]: { employeeNumber: '42' } },
    ],
    [
      'takes an extension out',
      remove(URN.enterpriseUser),
      { [URN.enterpriseUser]: undefined, schemas: [URN.user] },
    ],
    ['does nothing where nothing is', remove('title'), {}],
    ['does nothing where nothing matches', remove('emails[type eq "other"]'), {}],
    ['does nothing where no complex value is', remove('roles.value'), {}],
    [
      'takes out listed values',
      remove('emails', [{ value: 'kari@home.example', display: 'x' }]),
      { emails: [work] },
    ],
    ['takes out a listed value alone', remove('emails', { value: 'kari@home.example' }), { emails: [work] }],
    ['takes out values listed as text', remove('emails', ['kari@home.example']), { emails: [work] }],
    ['takes out listed simple values', remove('tags', ['RED']), { tags: ['blue'] }],
    ['lists nothing', remove('emails', []), {}],
    ['does not guess from a display name', remove('emails', [{ display: 'x' }]), {}],
    ['takes null for no value', { op: 'remove', path: 'emails', value: null }, { emails: undefined }],
  ])('%s', (_, operation, difference) => {
    const expected = Object.fromEntries(
      Object.entries({ ...kari(), ...difference }).filter(([, value]) => value !== undefined),
    )
    expect(patch(operation)).toEqual(expected)
  })

  it('takes the extension out with its last attribute', () => {
    const after = patch([
      remove(`${URN.enterpriseUser}:manager`),
      remove(`${URN.enterpriseUser}:employeeNumber`),
    ])
    expect(after.schemas).toEqual([URN.user])
    expect(Object.keys(after)).not.toContain(URN.enterpriseUser)
  })

  it('keeps the URN of an extension that has data', () => {
    expect(patch(remove(`schemas[value eq "${URN.enterpriseUser}"]`))).toEqual(kari())
    const bare: JsonObject = { schemas: [URN.user, URN.fiksPerson] }
    expect(patch(remove(`schemas[value eq "${URN.fiksPerson}"]`), bare)).toEqual({ schemas: [URN.user] })
  })

  it.each<[string, Op]>([
    ['400 mutability', remove('userName')],
    ['400 mutability', remove('id')],
    ['400 mutability', remove('meta')],
    ['400 mutability', remove('meta.created')],
    ['400 mutability', remove('groups[value eq "1"]')],
    ['400 mutability', remove('schemas')],
    ['400 mutability', remove(`schemas[value eq "${URN.user}"]`)],
    ['400 mutability', remove(URN.user)],
    ['400 invalidPath', remove('nosuch')],
    ['400 invalidPath', remove('userName[value eq "x"]')],
    ['400 invalidFilter', remove('emails[nosuch pr]')],
    ['400 noTarget', { op: 'remove' }],
  ])('answers %s to %j', (expected, operation) => {
    expect(refusal(operation)).toBe(expected)
  })

  it('keeps immutable values, but lets elements go', () => {
    const resource = { badge: 'B', members: [{ value: '1' }, { value: '2' }] }
    expect(refusal(remove('badge'), resource)).toBe('400 mutability')
    expect(refusal(remove('members[value eq "1"].value'), resource)).toBe('400 mutability')
    expect(patch(remove('members[value eq "1"]'), resource).members).toEqual([{ value: '2' }])
    expect(patch(remove('members', [{ value: '2', $ref: null }]), resource).members).toEqual([{ value: '1' }])
  })

  it('obeys its options', () => {
    expect(refusal(remove('emails[type eq "x"]'), kari(), { removeWithoutMatch: 'noTarget' })).toBe(
      '400 noTarget',
    )
    expect(patch(remove('tags', ['RED']), kari(), { removeWithValue: 'all' }).tags).toBeUndefined()
  })
})
