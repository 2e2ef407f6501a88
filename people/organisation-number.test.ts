import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isOrganisationNumber,
  isSyntheticOrganisationNumber,
  syntheticOrganisationNumber,
} from './organisation-number.ts'

describe('isOrganisationNumber', () => {
  it.each(['313987655', '213456784', '310900028', '123456785', '310904473', '314250052', '210493352'])(
    'accepts %s',
    (text) => {
      expect(isOrganisationNumber(text)).toBe(true)
    },
  )

  it.each([
    '313987656',
    '310900010',
    '312112230',
    '31398765',
    '3139876550',
    '313 987 655',
    '313987655\n',
    '',
  ])('refuses %j', (text) => {
    expect(isOrganisationNumber(text)).toBe(false)
  })

  it('has no number for the bases whose control digit would be 10', () => {
    for (let last = 0; last < 10; last++) {
      expect(isOrganisationNumber(`31090001${last}`) || isOrganisationNumber(`31211223${last}`)).toBe(false)
    }
  })
})

describe('syntheticOrganisationNumber', () => {
  it('is valid and synthetic for every serial', () => {
    fc.assert(
      fc.property(fc.nat(1_999_999), (serial) => {
        expect(isSyntheticOrganisationNumber(syntheticOrganisationNumber(serial))).toBe(true)
      }),
    )
  })

  it('gives different numbers for different serials', () => {
    const numbers = Array.from({ length: 20_000 }, (_, at) =>
      syntheticOrganisationNumber(at * 100 + (at % 100)),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it.each([-1, 2_000_000, 0.5, Number.NaN])('throws for serial %d', (serial) => {
    expect(() => syntheticOrganisationNumber(serial)).toThrow(RangeError)
  })

  it('does not take a valid number of another series for synthetic', () => {
    expect(isSyntheticOrganisationNumber('123456785')).toBe(false)
  })
})
