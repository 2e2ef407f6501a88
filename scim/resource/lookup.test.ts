import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, URN } from '../message/index.ts'
import { parseAttributePath } from '../path/index.ts'
import {
  findAttribute,
  instant,
  isAssigned,
  isUnassigned,
  sameValue,
  setMember,
  sortResources,
  valuesAt,
} from './index.ts'
import { kari, model, urns } from './user-model.sample.ts'

const path = (text: string) => parseAttributePath(text, urns)
const found = (text: string) => findAttribute(model, path(text))

describe('findAttribute', () => {
  it('finds core attributes with and without URN, in any case', () => {
    expect(found('USERNAME')?.attribute.name).toBe('userName')
    expect(found(`${URN.user}:Name.GivenName`)?.sub?.name).toBe('givenName')
    expect(found('meta.created')?.sub?.type).toBe('dateTime')
  })

  it('finds extension attributes by URN alone', () => {
    expect(found(`${URN.fiksPerson}:foedselsnummer`)?.schema.id).toBe(URN.fiksPerson)
    expect(found('foedselsnummer')).toBeUndefined()
  })

  it.each(['nosuch', 'name.nosuch', 'userName.x', 'urn:x:y', 'constructor', URN.user])(
    'knows no %s',
    (text) => {
      expect(found(text)).toBeUndefined()
    },
  )
})

describe('valuesAt', () => {
  it.each<[string, Json[]]>([
    ['userName', ['Kari.Nordmann']],
    ['tags', ['Red', 'blue']],
    ['emails.type', ['work', 'home']],
    ['emails.primary', [true]],
    ['title', []],
    [`${URN.enterpriseUser}:manager.value`, ['u-9']],
    [`${URN.fiksPerson}:foedselsnummer`, []],
    [URN.fiksPerson, []],
    ['nosuch', []],
  ])('%s', (text, values) => {
    expect(valuesAt(kari(), model, path(text))).toEqual(values)
    expect(isAssigned(kari(), model, path(text))).toBe(values.length > 0)
  })

  it('gives the container for a URN alone', () => {
    expect(valuesAt(kari(), model, path(URN.enterpriseUser))).toHaveLength(1)
  })
})

describe('values', () => {
  it.each<[Json | undefined, boolean]>([
    [undefined, true],
    [null, true],
    [[], true],
    [{}, true],
    [[null, {}], true],
    ['', false],
    [0, false],
    [false, false],
    [{ a: false }, false],
  ])('isUnassigned(%j) is %s', (value, unassigned) => {
    expect(isUnassigned(value)).toBe(unassigned)
  })

  it('stands hostile depth', () => {
    let deep: Json = null
    for (let i = 0; i < 100_000; i += 1) deep = [deep]
    expect(isUnassigned(deep)).toBe(false)
  })

  it.each([
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2024-02-29T24:00:00Z', Date.UTC(2024, 2, 1)],
    ['2024-01-01T00:30:00+01:00', Date.UTC(2023, 11, 31, 23, 30)],
    ['2024-01-01T00:00:00.5', Date.UTC(2024, 0, 1) + 500],
    ['0099-01-01T00:00:00Z', new Date('0099-01-01T00:00:00Z').getTime()],
  ])('instant(%s)', (text, millis) => {
    expect(instant(text)).toBe(millis)
  })

  it.each([
    '2023-02-29T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-01-01',
    '2024-01-01T25:00:00Z',
    '2024-01-01T24:00:01Z',
    '2024-01-01 00:00:00Z',
    '2024-01-01T00:00:00+15:00',
    '2024-01-01T00:00:60Z',
    '',
    '1700000000',
  ])('%s is no dateTime', (text) => {
    expect(instant(text)).toBeUndefined()
  })

  it('compares by schema', () => {
    const emails = found('emails')?.attribute
    if (!emails) throw new Error('the model has emails')
    expect(sameValue([{ value: 'A@x', type: null }], [{ VALUE: 'a@X' }], emails)).toBe(true)
    expect(sameValue([{ value: 'a' }], [{ value: 'b' }], emails)).toBe(false)
    expect(sameValue(undefined, [], emails)).toBe(true)
  })

  it('writes __proto__ as a member like any other', () => {
    const object: JsonObject = {}
    setMember(object, '__proto__', { polluted: true })
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
    expect(Object.keys(object)).toEqual(['__proto__'])
  })
})

describe('sortResources', () => {
  const order = (resources: JsonObject[], by: string, sortOrder?: 'ascending' | 'descending') =>
    sortResources(resources, model, path(by), sortOrder).map((resource) => resource.id)

  const people: JsonObject[] = [
    { id: '1', userName: 'b', externalId: 'a', age: 10 },
    {
      id: '2',
      userName: 'A',
      externalId: 'B',
      age: 9,
      emails: [{ value: 'z' }, { value: 'a', primary: true }],
    },
    { id: '3', userName: 'C', externalId: 'c', emails: [{ value: 'm' }, { value: 'b' }] },
    { id: '4', userName: 'a', hired: '2024-01-01T00:00:00+01:00' },
    { id: '5', userName: 'D', hired: '2023-12-31T23:30:00Z', emails: [] },
  ]

  it.each([
    ['userName', undefined, '2 4 1 3 5'],
    ['userName', 'descending', '5 3 1 2 4'],
    ['externalId', 'ascending', '2 1 3 4 5'],
    ['externalId', 'descending', '4 5 3 1 2'],
    ['age', 'ascending', '2 1 3 4 5'],
    ['age', 'descending', '3 4 5 1 2'],
    ['emails', 'ascending', '2 3 1 4 5'],
    ['emails.value', 'descending', '1 4 5 3 2'],
    ['hired', 'ascending', '4 5 1 2 3'],
  ] as const)('by %s %s', (by, sortOrder, ids) => {
    const before = JSON.stringify(people)
    expect(order(people, by, sortOrder).join(' ')).toBe(ids)
    expect(JSON.stringify(people)).toBe(before)
  })

  it.each(['nosuch', 'name', 'addresses', 'employeeNumber'])('refuses %s', (by) => {
    expect(() => order(people, by)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidPath' }))
  })
})
