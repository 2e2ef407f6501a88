import { idnr } from '@navikt/fnrvalidator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withControlDigits } from './control-digits.ts'
import { classifyIdentityNumber, isSynthetic } from './identity-number.ts'
import { syntheticIdentityNumber } from './synthetic-identity-number.ts'

const FREE_SERIES = { valid: true, series: 'tenor', dnr: false, rule: '1964' }

// Examples N01 to N25 of the national identity number notes. N11 and N26 have the shape of real persons' numbers and are
// computed below, so that no such number is written down.
const EXAMPLES: readonly [string, string, object][] = [
  ['N01', '14838521054', FREE_SERIES],
  ['N02', '30910180130', FREE_SERIES],
  ['N03 leap day', '29820070079', FREE_SERIES],
  ['N04 leap day', '29829630158', FREE_SERIES],
  ['N05', '05894390001', FREE_SERIES],
  ['N06', '31929910101', FREE_SERIES],
  ['N07 leading zero', '01817001129', FREE_SERIES],
  ['N08 D-number', '47869012080', { ...FREE_SERIES, dnr: true }],
  ['N09 D-number', '71908830363', { ...FREE_SERIES, dnr: true }],
  ['N10 month + 65', '17707940069', { ...FREE_SERIES, series: 'nhn' }],
  ['N12 rest 1', '24869599014', { ...FREE_SERIES, rule: '2032' }],
  ['N13 rest 2', '24869599022', { ...FREE_SERIES, rule: '2032' }],
  ['N14 rest 3', '24869599030', { ...FREE_SERIES, rule: '2032' }],
  ['N15 wrong k1', '14838521004', { valid: false, series: 'tenor', reason: 'k1' }],
  ['N16 wrong k2', '14838521055', { valid: false, series: 'tenor', reason: 'k2' }],
  ['N17 swapped', '30910108130', { valid: false, series: 'tenor', reason: 'k1' }],
  ['N18 ten digits', '1817001129', { valid: false, reason: 'format' }],
  ['N19 blank', '478690 12080', { valid: false, reason: 'format' }],
  ['N20 31 April', '31848610081', { valid: false, series: 'tenor', reason: 'date' }],
  ['N21 29.02.1997', '29829710062', { valid: false, series: 'tenor', reason: 'date' }],
  ['N22 month 93', '10938810090', { valid: false, series: 'real-shaped', reason: 'date' }],
  ['N23 month 80', '10808810072', { valid: false, series: 'real-shaped', reason: 'date' }],
  ['N24 day 72', '72878510063', { valid: false, series: 'tenor', dnr: true, reason: 'date' }],
  ['N25 offset added too late', '14833899921', { valid: false, series: 'tenor', reason: 'k1' }],
]

const birthDates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const numbers = fc
  .tuple(birthDates, fc.boolean())
  .map(([date, dnr]) => syntheticIdentityNumber(date, { dnr }))

describe('classifyIdentityNumber', () => {
  it.each(EXAMPLES)('classifies %s', (_name, digits, expected) => {
    expect(classifyIdentityNumber(digits)).toMatchObject(expected)
  })

  it('classifies month + 40 as ambiguous (N11) and no offset as real-shaped (N26)', () => {
    expect(classifyIdentityNumber(withControlDigits('094892201') ?? '')).toMatchObject({
      series: 'nav-or-hnr',
      valid: true,
    })
    expect(classifyIdentityNumber(withControlDigits('020132999') ?? '')).toMatchObject({
      series: 'real-shaped',
      valid: true,
    })
  })

  it('tests no date in an FH-number', () => {
    expect(classifyIdentityNumber(withControlDigits('999999991') ?? '')).toEqual({
      valid: true,
      series: 'fh',
      dnr: false,
      rule: '1964',
    })
    expect(classifyIdentityNumber('99999999999')).toMatchObject({ valid: false, series: 'fh' })
  })

  it('refuses numbers of 2032 under the rule of 1964', () => {
    for (const digits of ['24869599014', '24869599022', '24869599030']) {
      expect(classifyIdentityNumber(digits, '1964')).toMatchObject({ valid: false, reason: 'k1' })
      expect(classifyIdentityNumber(digits, '2032')).toMatchObject({ valid: true, rule: '2032' })
    }
  })

  it.each(['', '14838521054\n', ' 14838521054', '1483852105４', '+4838521054', '1e10'])(
    'refuses %j',
    (text) => {
      expect(classifyIdentityNumber(text)).toEqual({ valid: false, dnr: false, reason: 'format' })
    },
  )

  it('knows the bases without a number', () => {
    expect(withControlDigits('118477107')).toBeUndefined()
    expect([1, 2, 3].map((rest) => withControlDigits('118477107', rest))).toEqual([
      '11847710707',
      '11847710715',
      '11847710723',
    ])
    expect(withControlDigits('118477108')).toBeUndefined()
  })
})

describe("against NAV's validator", () => {
  // Documented divergences: NAV knows neither the NHN series nor FH-numbers and refuses both.
  const agrees = (digits: string) => {
    const { valid, series } = classifyIdentityNumber(digits)
    const known = series !== 'nhn' && series !== 'fh'
    expect({ digits, valid: idnr(digits).status === 'valid' }).toEqual({ digits, valid: valid && known })
  }

  it('agrees on the worked examples', () => {
    for (const [, digits] of EXAMPLES) agrees(digits)
  })

  it('agrees on every day and month there could be, with right control digits', () => {
    for (let date = 0; date < 10_000; date++) {
      for (const year of ['00', '97', '96']) {
        for (const rest of [0, 1, 3]) {
          const digits = withControlDigits(`${String(date).padStart(4, '0')}${year}123`, rest)
          if (digits) agrees(digits)
        }
      }
    }
  })

  it('agrees on random digits', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{11}$/), agrees), { numRuns: 2_000 })
  })
})

describe('error detection', () => {
  it('finds every wrong digit and every swap of neighbours, by both rules', () => {
    fc.assert(
      fc.property(numbers, fc.nat(10), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1)
        const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + digits[at] + digits.slice(at + 2)
        expect(classifyIdentityNumber(wrong).valid).toBe(false)
        expect(classifyIdentityNumber(swapped).valid).toBe(swapped === digits)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('isSynthetic', () => {
  it('is true for Tenor and NHN, valid, and nothing else', () => {
    expect(['14838521054', '47869012080', '17707940069', '24869599014'].every(isSynthetic)).toBe(true)
    const others = ['094892201', '020132999', '999999991'].map((nine) => withControlDigits(nine) ?? '')
    expect([...others, '14838521055', '31848610081', ''].some(isSynthetic)).toBe(false)
  })
})

describe('syntheticIdentityNumber', () => {
  it('is always a valid Tenor number of its date by the rule of 1964', () => {
    fc.assert(
      fc.property(birthDates, fc.boolean(), (date, dnr) => {
        const digits = syntheticIdentityNumber(date, { dnr })
        expect(classifyIdentityNumber(digits, '1964')).toEqual({
          valid: true,
          series: 'tenor',
          dnr,
          rule: '1964',
        })
        expect(isSynthetic(digits)).toBe(true)
        expect(digits.slice(4, 6)).toBe(date.slice(2, 4))
      }),
    )
  })

  it('takes the individual number asked for and reproduces the worked examples', () => {
    expect(syntheticIdentityNumber('1985-03-14', { individual: 210 })).toBe('14838521054')
    expect(syntheticIdentityNumber('1943-09-05', { individual: 900 })).toBe('05894390001')
    expect(syntheticIdentityNumber('1990-06-07', { individual: 120, dnr: true })).toBe('47869012080')
  })

  it('takes individual numbers of the right century', () => {
    expect(Number(syntheticIdentityNumber('1899-12-31').slice(6, 9))).toBeGreaterThanOrEqual(500)
    expect(Number(syntheticIdentityNumber('1999-12-31').slice(6, 9))).toBeLessThan(500)
    expect(Number(syntheticIdentityNumber('2000-01-01').slice(6, 9))).toBeGreaterThanOrEqual(500)
  })

  it.each(['1853-12-31', '2040-01-01', '1997-02-29', '1986-04-31', '1986-13-01', '86-01-01', ''])(
    'throws for %j',
    (date) => expect(() => syntheticIdentityNumber(date)).toThrow(RangeError),
  )

  it.each([107, 108, 700, 1000, -1, 0.5])('throws where individual number %d gives none', (individual) => {
    expect(() => syntheticIdentityNumber('1977-04-11', { individual })).toThrow(RangeError)
  })
})
