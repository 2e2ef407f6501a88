import { describe, expect, it } from 'vitest'
import { type JsonObject, ScimError, URN } from '../message/index.ts'
import { parseFilter } from '../path/index.ts'
import { checkFilter, evaluateFilter } from './index.ts'
import { kari, model, urns } from './user-model.sample.ts'

const matches = (filter: string, resource: JsonObject = kari()) =>
  evaluateFilter(parseFilter(filter, urns), resource, model)

function keyword(run: () => unknown): string | undefined {
  try {
    run()
  } catch (error) {
    return error instanceof ScimError ? `${error.status} ${error.scimType}` : String(error)
  }
  return undefined
}

describe('evaluateFilter', () => {
  it.each([
    'userName eq "kari.nordmann"',
    'USERNAME EQ "KARI.NORDMANN"',
    `${URN.user}:userName sw "kari"`,
    `${URN.user.toUpperCase()}:NAME.FAMILYNAME eq "nordmann"`,
    'userName co "I.NORD"',
    'userName ew "mann"',
    'userName sw "" and userName co "" and userName ew ""',
    'externalId eq "Ext-1"',
    'externalId ne "ext-1"',
    'active eq true',
    'active ne false',
    'age gt 8 and age lt 10 and age ge 9 and age le 9',
    'score gt 1.25',
    'userName gt "kari" and userName lt "L"',
    'meta.created eq "2024-05-01T12:00:00+02:00"',
    'meta.created lt "2024-05-01T10:00:00.001Z"',
    'meta.lastModified ge "2024-05-02T10:00:00.000Z"',
    'meta.created sw "2024-05"',
    'name pr',
    'emails pr',
    'not (title pr)',
    'title eq null',
    'userName ne null',
    'title ne "boss"',
    'emails.type ne "boss"',
    'emails co "home.example"',
    'emails.value eq "KARI@home.example"',
    'emails.type eq "work" and emails.value co "home"',
    'emails[type eq "work" and value co "work"]',
    'emails[type eq "home" and (value sw "x" or not (value sw "x"))]',
    'emails[primary eq false]',
    'emails[primary eq false and type eq "home"]',
    'emails.primary eq false',
    'tags eq "red"',
    'tags[value eq "BLUE"]',
    `${URN.enterpriseUser}:employeeNumber eq "42"`,
    `${URN.enterpriseUser.toLowerCase()}:manager.value eq "u-9"`,
    `schemas eq "${URN.enterpriseUser}"`,
    'emails.type ne "work"',
    'active ne "true"',
    'name[familyName eq "nordmann"]',
    'nosuch eq null and nosuch ne "x" and not (nosuch pr)',
  ])('matches %s', (filter) => {
    expect(matches(filter)).toBe(true)
  })

  it.each([
    'userName eq "kari"',
    'userName eq ""',
    'externalId eq "ext-1"',
    'active eq "true"',
    'userName eq 5',
    'userName co 5',
    'age eq "9"',
    'age co "9"',
    'age gt 10',
    'userName eq null',
    'title ne null',
    'title pr',
    'title eq "x"',
    'title gt ""',
    'age gt null',
    'emails[type eq "work" and value co "home"]',
    'emails[primary ne false and type eq "home"]',
    'emails[type ne "work" and type ne "home"]',
    'emails[display pr]',
    'name eq "Nordmann"',
    'employeeNumber eq "42"',
    'urn:nosuch:employeeNumber eq "42"',
    'urn:nosuch:userName pr',
    'nosuch pr',
    'nosuch[a pr]',
    'meta.created eq "yesterday"',
    'meta.created eq "2024-05-01"',
    'emails.nosuch eq "x"',
    'constructor pr',
    'toString pr',
    'members[value ne "1"]',
  ])('does not match %s', (filter) => {
    expect(matches(filter)).toBe(false)
  })

  it.each([
    'active gt true',
    'active le false',
    'active co "t"',
    'certificates.value gt "x"',
    'certificates ge "x"',
  ])('refuses %s', (filter) => {
    expect(keyword(() => matches(filter))).toBe('400 invalidFilter')
  })

  it('compares numbers as numbers and letters by code unit', () => {
    expect(matches('age lt 10', { age: 9 })).toBe(true)
    expect(matches('externalId lt "a"', { externalId: 'B' })).toBe(true)
    expect(matches('userName lt "a"', { userName: 'B' })).toBe(false)
  })

  it('folds case and composes characters beyond ASCII', () => {
    expect(matches('userName eq "ÅSE"', { userName: 'a\u030ase' })).toBe(true)
    expect(matches('externalId eq "Åse"', { externalId: 'A\u030ase' })).toBe(false)
  })

  it.each([
    [{ title: null }],
    [{ emails: [] }],
    [{ name: {} }],
    [{ emails: [{}] }],
    [{ name: { givenName: null } }],
    [{}],
  ])('takes %j for unassigned', (resource: JsonObject) => {
    expect(matches('title pr or emails pr or name pr', resource)).toBe(false)
    expect(matches('title eq null and emails eq null and name eq null', resource)).toBe(true)
  })

  it('takes an empty string for a value', () => {
    expect(matches('title pr and title eq "" and title ne null', { title: '' })).toBe(true)
  })

  it('reads members in any case, and own ones only', () => {
    expect(matches('emails.TYPE eq "w"', { EMAILS: [{ tYpE: 'W' }] })).toBe(true)
    expect(
      matches(`${URN.enterpriseUser}:department eq "d"`, {
        [URN.enterpriseUser.toUpperCase()]: { DEPARTMENT: 'D' },
      }),
    ).toBe(true)
    expect(matches('userName pr', Object.create({ userName: 'x' }))).toBe(false)
  })
})

describe('checkFilter', () => {
  it.each([
    'userName eq "x"',
    'emails co "x"',
    'emails[type eq "x" or primary eq true]',
    'tags[value eq "x"]',
    'name pr',
    'name eq null',
    'meta.created gt "2024-01-01T00:00:00Z"',
    'meta.created sw "2024"',
    `${URN.fiksPerson}:foedselsnummer eq "x"`,
  ])('accepts %s', (filter) => {
    expect(() => checkFilter(parseFilter(filter, urns), model)).not.toThrow()
  })

  it.each([
    'nosuch eq "x"',
    'employeeNumber eq "x"',
    'name.nosuch pr',
    'emails[nosuch eq "x"]',
    'userName.x pr',
    'name eq "x"',
    'addresses co "x"',
    'active eq "true"',
    'age gt "9"',
    'age co "9"',
    'userName eq 5',
    'userName gt null',
    'active gt true',
    'meta.created gt "yesterday"',
    'userName[value eq "x"]',
    'userName eq "x" or not (nosuch pr)',
  ])('refuses %s', (filter) => {
    expect(keyword(() => checkFilter(parseFilter(filter, urns), model))).toBe('400 invalidFilter')
  })
})
