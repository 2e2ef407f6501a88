import { faker as shared } from '@faker-js/faker/locale/nb_NO'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyIdentityNumber } from './identity-number.ts'
import { findIdentityNumbers } from './identity-number-search.ts'
import { createPeople } from './person.ts'
import { carriesRun, runTag } from './run-tag.ts'
import { transliterate } from './transliterate.ts'

const RUN = 'k3v9x2'

describe('createPeople', () => {
  it('gives the same persons for the same seed, whatever was taken before', () => {
    const first = createPeople('seed', RUN)
    const taken = Array.from({ length: 12 }, () => first.next())
    const second = createPeople('seed', RUN)
    expect([12, 3, 7].map((index) => second.person(index))).toEqual(
      [12, 3, 7].map((index) => taken[index - 1]),
    )
    expect(second.next()).toEqual(taken[0])
  })

  it('is the same for a number and its text, and another for another seed', () => {
    expect(createPeople(42, RUN).person(1)).toEqual(createPeople('42', RUN).person(1))
    expect(createPeople(43, RUN).person(1).nationalId).not.toBe(createPeople(42, RUN).person(1).nationalId)
  })

  it('lets the run change nothing but key, userName and email', () => {
    const { key, userName, email, run, ...rest } = createPeople(1, RUN).person(5)
    expect(createPeople(1, 'other').person(5)).toMatchObject(rest)
    expect([key, userName, email].every((text) => carriesRun(text, run))).toBe(true)
    expect(key).toBe('st-k3v9x2-0005')
  })

  it("neither disturbs faker's shared instance nor is disturbed by it", () => {
    shared.seed(7)
    const undisturbed = [shared.person.firstName(), shared.person.firstName()]
    shared.seed(7)
    const people = createPeople(1, RUN)
    const before = shared.person.firstName()
    const person = people.next()
    expect([before, shared.person.firstName()]).toEqual(undisturbed)
    expect(createPeople(1, RUN).next()).toEqual(person)
  })

  it('stays what it was: a change here makes old runs irreproducible', () => {
    expect(createPeople('golden', RUN).person(1)).toMatchInlineSnapshot(`
      {
        "birthDate": "1962-12-18",
        "department": "Servicetorget",
        "displayName": "Synne Lunde",
        "email": "st-k3v9x2-0001.synne.lunde@scim-test.example",
        "familyName": "Lunde",
        "formatted": "Synne Lunde",
        "givenName": "Synne",
        "index": 1,
        "key": "st-k3v9x2-0001",
        "nationalId": "18926206849",
        "phone": "+4701000001",
        "run": "k3v9x2",
        "title": "Fagarbeider",
        "userName": "st-k3v9x2-0001.synne.lunde@scim-test.example",
      }
    `)
  })

  it('gives 5,000 persons of whom no two share a key, address or number', () => {
    const people = createPeople('many', RUN)
    const all = Array.from({ length: 5_000 }, () => people.next())
    for (const field of ['key', 'userName', 'email', 'phone', 'nationalId'] as const) {
      expect(new Set(all.map((person) => person[field])).size, field).toBe(all.length)
    }
    for (const { userName, nationalId, birthDate, phone } of all) {
      expect(userName).toMatch(/^st-k3v9x2-\d{4}\.[a-z0-9-]+\.[a-z0-9-]+@scim-test\.example$/)
      expect(userName.indexOf('@')).toBeLessThanOrEqual(64)
      expect(classifyIdentityNumber(nationalId, '1964')).toMatchObject({
        valid: true,
        series: 'tenor',
        dnr: false,
      })
      expect(nationalId.slice(4, 6)).toBe(birthDate.slice(2, 4))
      expect(phone).toMatch(/^\+4701\d{6}$/)
      expect(findIdentityNumbers(`${userName} ${phone}`)).toEqual([])
    }
  })

  it('never repeats an identity number when the birth days come round again', () => {
    const people = createPeople('far', RUN)
    const rounds = Array.from({ length: 300 }, (_, round) => people.person(1 + round * 20_089))
    expect(new Set(rounds.map(({ birthDate }) => birthDate)).size).toBe(1)
    expect(new Set(rounds.map(({ nationalId }) => nationalId)).size).toBe(300)
  })

  it('has Norwegian and Sámi letters and a middle name among any few persons', () => {
    const people = createPeople('letters', RUN)
    const all = Array.from({ length: 10 }, () => people.next())
    const names = all.map(({ formatted }) => formatted).join(' ')
    expect(names).toMatch(/[æøå]/i)
    expect(names).toMatch(/[áčđŋšŧž]/i)
    expect(all.some(({ middleName }) => middleName)).toBe(true)
    expect(names).toBe(names.normalize('NFC'))
  })

  it('gives the spelling and the D-number asked for', () => {
    const people = createPeople('asked', RUN)
    for (let index = 1; index <= 50; index++) {
      expect(people.person(index, { spelling: 'ascii' }).formatted).toMatch(/^[ -~]+$/)
      expect(people.person(index, { spelling: 'norwegian' }).displayName).toMatch(/[æøå]/i)
      expect(people.person(index, { spelling: 'sami' }).displayName).toMatch(/[áčđŋšŧž]/i)
      const { nationalId } = people.person(index, { dnr: true })
      expect(classifyIdentityNumber(nationalId)).toMatchObject({ valid: true, series: 'tenor', dnr: true })
    }
  })

  it.each(['', 'K3V9', 'a b', 'a-b', '../x', 'abcdefghijk'])('throws for run id %j', (run) => {
    expect(() => createPeople(1, run)).toThrow(RangeError)
  })

  it.each([0, -1, 1.5, Number.NaN])('throws for person %d', (index) => {
    expect(() => createPeople(1, RUN).person(index)).toThrow(RangeError)
  })
})

describe('carriesRun', () => {
  it('sees the tag anywhere and in any case, but not the tag of a longer run id', () => {
    expect(runTag(RUN)).toBe('st-k3v9x2')
    for (const text of ['st-k3v9x2', 'ST-K3V9X2-0001.a@b', 'x st-k3v9x2', 'st-k3v9x22 st-k3v9x2']) {
      expect(carriesRun(text, RUN)).toBe(true)
    }
    for (const text of ['', 'k3v9x2', 'st-k3v9x', 'st-k3v9x22', 'best-k3v9x2'])
      expect(carriesRun(text, RUN)).toBe(false)
  })
})

describe('transliterate', () => {
  it.each([
    ['Ærlig Ørret', 'Aerlig Orret'],
    ['Åkerbær', 'Akerbaer'],
    ['A\u030akerbær', 'Akerbaer'],
    ['Áhcefas Giđđa Ruoŧŧačáhci', 'Ahcefas Gidda Ruottacahci'],
    ['Žuolmmas Ŋuorralas', 'Zuolmmas Nuorralas'],
    ['Bårjås-Nåhppe', 'Barjas-Nahppe'],
    ['李', ''],
  ])('makes %s %s', (name, ascii) => expect(transliterate(name)).toBe(ascii))

  it('always gives ASCII and leaves ASCII alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(transliterate(text)).toMatch(/^[ -~]*$/)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]*$/), (text) => {
        expect(transliterate(text)).toBe(text)
      }),
    )
  })
})
