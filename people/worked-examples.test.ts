import { fnr } from '@navikt/fnrvalidator'
import { describe, expect, it } from 'vitest'
import { firstRemainder, secondRemainder, withControlDigits } from './control-digits.ts'
import { classifyIdentityNumber, isSynthetic } from './identity-number.ts'
import { syntheticIdentityNumber } from './synthetic-identity-number.ts'

/** What is left of both sums, of the worked examples of the national identity number notes that have eleven digits. */
const REMAINDERS: readonly [string, string, number, number][] = [
  ['N01', '14838521054', 0, 0],
  ['N02', '30910180130', 0, 0],
  ['N03', '29820070079', 0, 0],
  ['N04', '29829630158', 0, 0],
  ['N05', '05894390001', 0, 0],
  ['N06', '31929910101', 0, 0],
  ['N07', '01817001129', 0, 0],
  ['N08', '47869012080', 0, 0],
  ['N09', '71908830363', 0, 0],
  ['N10', '17707940069', 0, 0],
  ['N11', withControlDigits('094892201') ?? '', 0, 0],
  ['N12', '24869599014', 1, 0],
  ['N13', '24869599022', 2, 0],
  ['N14', '24869599030', 3, 0],
  ['N15', '14838521004', 6, 1],
  ['N16', '14838521055', 0, 1],
  ['N17', '30910108130', 8, 3],
  ['N20', '31848610081', 0, 0],
  ['N21', '29829710062', 0, 0],
  ['N22', '10938810090', 0, 0],
  ['N23', '10808810072', 0, 0],
  ['N24', '72878510063', 0, 0],
  ['N25', '14833899921', 4, 2],
  ['N26', withControlDigits('020132999') ?? '', 0, 0],
]

/** Birth date, individual number and whether it is a D-number, of those that a generator must be able to give. */
const BIRTHS: readonly [string, string, string, number, boolean][] = [
  ['N01', '14838521054', '1985-03-14', 210, false],
  ['N02', '30910180130', '2001-11-30', 801, false],
  ['N03', '29820070079', '2000-02-29', 700, false],
  ['N04', '29829630158', '1996-02-29', 301, false],
  ['N05', '05894390001', '1943-09-05', 900, false],
  ['N06', '31929910101', '1999-12-31', 101, false],
  ['N07', '01817001129', '1970-01-01', 11, false],
  ['N08', '47869012080', '1990-06-07', 120, true],
  ['N09', '71908830363', '1988-10-31', 303, true],
]

describe('the worked examples', () => {
  it.each(REMAINDERS)('%s leaves what was computed by hand', (_id, digits, first, second) => {
    expect(digits).toMatch(/^[0-9]{11}$/)
    expect([firstRemainder(digits), secondRemainder(digits)]).toEqual([first, second])
  })

  it.each(BIRTHS)('%s is generated from its birth', (_id, digits, birthDate, individual, dnr) => {
    expect(syntheticIdentityNumber(birthDate, { individual, dnr })).toBe(digits)
  })

  it('N12 is generated as the first number of 2032 with its individual number', () => {
    expect(syntheticIdentityNumber('1995-06-24', { individual: 990, rule: '2032' })).toBe('24869599014')
  })

  it('a DUF number has twelve digits and is none', () => {
    expect(classifyIdentityNumber('199912345612')).toMatchObject({ valid: false, reason: 'format' })
  })
})

describe('capacity of one synthetic date', () => {
  const all = Array.from({ length: 1000 }, (_, at) => `140385${String(at).padStart(3, '0')}`)
  const nines = all.map((nine) => `14${Number(nine.slice(2, 4)) + 80}${nine.slice(4)}`)
  const count = (remainders: number[]) =>
    nines.flatMap((nine) => remainders.flatMap((remainder) => withControlDigits(nine, remainder) ?? []))
      .length

  it('is four times as large by the rule of 2032', () => {
    const old = count([0])
    const both = count([0, 1, 2, 3])
    expect(old).toBeGreaterThan(820)
    expect(old).toBeLessThan(835)
    expect(both / old).toBeCloseTo(4, 1)
  })
})

describe('a number of 2032', () => {
  it.each(['1943-09-05', '1999-12-31', '2000-02-29', '2031-12-31'])(
    'for %s is valid by that rule alone',
    (date) => {
      for (const dnr of [false, true]) {
        const digits = syntheticIdentityNumber(date, { dnr, rule: '2032' })
        expect(classifyIdentityNumber(digits)).toEqual({ valid: true, series: 'tenor', dnr, rule: '2032' })
        expect(classifyIdentityNumber(digits, '1964')).toMatchObject({ valid: false, reason: 'k1' })
        expect(isSynthetic(digits)).toBe(true)
        expect(fnr(digits).status).toBe('valid')
      }
    },
  )

  it('may have any individual number, whatever the century', () => {
    expect(syntheticIdentityNumber('1985-03-14', { individual: 800, rule: '2032' }).slice(6, 9)).toBe('800')
    expect(() => syntheticIdentityNumber('1985-03-14', { individual: 800 })).toThrow(RangeError)
  })

  it('exists for 1977-04-11 and individual number 107, where the rule of 1964 has none', () => {
    expect(syntheticIdentityNumber('1977-04-11', { individual: 107, rule: '2032' })).toBe('11847710707')
  })
})
