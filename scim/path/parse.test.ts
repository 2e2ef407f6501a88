import { describe, expect, it } from 'vitest'
import { ScimError, URN } from '../message/index.ts'
import { parseAttributePath, parseFilter, parsePatchPath, printFilter } from './index.ts'

const urns = [URN.user, URN.enterpriseUser, URN.fiksPerson]

function refusal(run: () => unknown): ScimError {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(ScimError)
    return error as ScimError
  }
  throw new Error('nothing was thrown')
}

describe('parseAttributePath', () => {
  it.each([
    ['userName', { attribute: 'userName' }],
    ['name.familyName', { attribute: 'name', sub: 'familyName' }],
    ['members.$ref', { attribute: 'members', sub: '$ref' }],
    [`${URN.user}:userName`, { uri: URN.user, attribute: 'userName' }],
    [`${URN.user}:name.familyName`, { uri: URN.user, attribute: 'name', sub: 'familyName' }],
    [`${URN.fiksPerson}:foedselsnummer`, { uri: URN.fiksPerson, attribute: 'foedselsnummer' }],
    [`${URN.fiksPerson}:foedselsnummer.x`, { uri: URN.fiksPerson, attribute: 'foedselsnummer', sub: 'x' }],
    ['http://example.com/v1.5:a.b', { uri: 'http://example.com/v1.5', attribute: 'a', sub: 'b' }],
  ])('reads %s with and without known URNs', (text, path) => {
    expect(parseAttributePath(text)).toEqual(path)
    expect(parseAttributePath(text, urns)).toEqual(path)
  })

  it('spells a known URN as it is known', () => {
    expect(parseAttributePath(`${URN.user.toUpperCase()}:USERNAME`, urns)).toEqual({
      uri: URN.user,
      attribute: 'USERNAME',
    })
  })

  it.each([URN.user, URN.fiksPerson, URN.fiksPerson.toUpperCase()])('knows %s alone', (urn) => {
    expect(parseAttributePath(urn, urns).attribute).toBe('')
  })

  it('prefers the longest known URN', () => {
    expect(parseAttributePath('urn:a:b:c', ['urn:a:b', 'urn:a:b:c'])).toEqual({
      uri: 'urn:a:b:c',
      attribute: '',
    })
    expect(parseAttributePath('urn:a:b:c:d', ['urn:a:b'])).toEqual({ uri: 'urn:a:b:c', attribute: 'd' })
  })

  it.each([
    '',
    ' ',
    'a b',
    ' a',
    'a.',
    '.a',
    'a..b',
    'a.b.c',
    '1a',
    'a:b',
    ':a',
    'urn:a:',
    'a[b eq 1]',
    '$x',
    'å',
  ])('refuses %j', (text) => {
    const error = refusal(() => parseAttributePath(text, urns))
    expect([error.status, error.scimType]).toEqual([400, 'invalidPath'])
  })

  it('says where and what', () => {
    expect(refusal(() => parseAttributePath('name..x')).message).toBe(
      'At character 6: expected a sub-attribute name, found ".x"',
    )
  })
})

describe('parseFilter', () => {
  const eq = (attribute: string, value: string) =>
    ({ kind: 'compare', path: { attribute }, op: 'eq', value }) as const

  it('binds not before and before or, to the left', () => {
    expect(parseFilter('a eq "1" or b eq "2" and c eq "3"')).toEqual({
      kind: 'or',
      left: eq('a', '1'),
      right: { kind: 'and', left: eq('b', '2'), right: eq('c', '3') },
    })
    expect(parseFilter('not (a eq "1") and b eq "2"')).toEqual({
      kind: 'and',
      left: { kind: 'not', filter: eq('a', '1') },
      right: eq('b', '2'),
    })
    expect(parseFilter('a eq "1" or b eq "2" or c eq "3"')).toEqual({
      kind: 'or',
      left: { kind: 'or', left: eq('a', '1'), right: eq('b', '2') },
      right: eq('c', '3'),
    })
  })

  it.each([
    ['a EQ "x" AND NOT(b Pr)', 'a eq "x" and not (b pr)'],
    ['  ( a  eq   "x" )  ', 'a eq "x"'],
    ['(a pr or b pr) and c pr', '(a pr or b pr) and c pr'],
    ['((a pr and b pr) or c pr)', 'a pr and b pr or c pr'],
    ['a pr and (b pr and c pr)', 'a pr and (b pr and c pr)'],
    ['emails[type eq "work" and value co "@x"]', 'emails[type eq "work" and value co "@x"]'],
    ['emails[type eq "w" and (value sw "a" or not (primary eq true))]', undefined],
    ['a eq "say \\"hi\\" \\u00e5 ) ] and"', 'a eq "say \\"hi\\" å ) ] and"'],
    ['a eq -0', 'a eq 0'],
    ['a gt 1.5e3', 'a gt 1500'],
    ['a eq null or b eq true or c eq false', undefined],
    ['not pr and and pr or or pr', undefined],
    [`${URN.fiksPerson}:foedselsnummer sw "01"`, undefined],
    ['members[$ref ew "/u-1"]', undefined],
  ])('reads %s', (text, printed = text) => {
    expect(printFilter(parseFilter(text, urns))).toBe(printed)
  })

  it.each([
    '',
    ' ',
    'a',
    'a eq',
    'a eq ',
    'a eq x',
    "a eq 'x'",
    'a eq "x',
    'a eq "x" junk',
    'a eq "x" and',
    'and a pr',
    'a eq"x"',
    'a xx "x"',
    'a eq "x""y"',
    'a pr b',
    'a pr "x"',
    'eq "x"',
    '(a pr',
    'a pr)',
    '()',
    'not a pr',
    'not',
    'a[',
    'a[]',
    'a[b pr',
    'a[b pr].c eq 1',
    'a]',
    'a[b[c pr]]',
    'a.b.c pr',
    'a eq True',
    'a eq 01',
    'a eq 1.',
    'a eq 1e999',
    'a eq [1]',
    'a eq {}',
    'a eq "\\x"',
    'a eq "\u0001"',
    'a eq "\\u12"',
    'a eq "\n"',
    'a pr\tand b pr',
    'a pr)and(b pr',
    '(a pr)and (b pr)',
    '(a pr) and(b pr)',
    URN.user,
    `${URN.user} pr`,
    `${URN.user}[a pr]`,
    'a regex "x"',
    'a eq "x" && b pr',
    '!(a pr)',
    '"a" eq "b"',
  ])('refuses %j', (text) => {
    const error = refusal(() => parseFilter(text, urns))
    expect([error.status, error.scimType]).toEqual([400, 'invalidFilter'])
    expect(error.message).toMatch(/^At character \d+: expected /)
  })

  it('bounds depth and length', () => {
    const nested = (n: number) => `${'('.repeat(n)}a pr${')'.repeat(n)}`
    expect(parseFilter(nested(50))).toEqual(parseFilter('a pr'))
    expect(refusal(() => parseFilter(nested(51))).message).toContain('50 levels')
    expect(refusal(() => parseFilter(`a eq "${'x'.repeat(9000)}"`)).scimType).toBe('invalidFilter')
    const longest = Array.from({ length: 1000 }, () => 'a pr').join(' or ')
    expect(printFilter(parseFilter(longest))).toBe(longest)
  })
})

describe('parsePatchPath', () => {
  it('reads value paths with a sub-attribute', () => {
    expect(parsePatchPath('emails[type eq "work"].value')).toEqual({
      path: { attribute: 'emails' },
      filter: parseFilter('type eq "work"'),
      sub: 'value',
    })
    expect(parsePatchPath('name.familyName')).toEqual({ path: { attribute: 'name', sub: 'familyName' } })
    expect(parsePatchPath(`${URN.enterpriseUser}:manager.value`, urns)).toEqual({
      path: { uri: URN.enterpriseUser, attribute: 'manager', sub: 'value' },
    })
    expect(parsePatchPath(URN.enterpriseUser, urns)).toEqual({
      path: { uri: URN.enterpriseUser, attribute: '' },
    })
    expect(parsePatchPath('a[b eq "]"].c').sub).toBe('c')
  })

  it.each([
    '',
    'name..x',
    'emails[',
    'a b',
    '/emails/0',
    'emails[0]',
    'emails[-1]',
    'emails[]',
    'emails[type eq "a"]x',
    'emails[type eq "a"].',
    'emails[type eq "a"].b.c',
    'emails[type eq "a"][b pr]',
    ' a',
    'a ',
    `${URN.user}[a pr]`,
  ])('refuses %j as a path', (text) => {
    expect(refusal(() => parsePatchPath(text, urns)).scimType).toBe('invalidPath')
  })

  it.each(['emails[type]', 'emails[type eq]', 'emails[type eq "a]', 'emails[a[b pr]]'])(
    'refuses %j for its filter',
    (text) => {
      expect(refusal(() => parsePatchPath(text, urns)).scimType).toBe('invalidFilter')
    },
  )
})
