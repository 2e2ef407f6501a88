import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withControlDigits } from './control-digits.ts'
import { findIdentityNumbers } from './identity-number-search.ts'
import { syntheticIdentityNumber } from './synthetic-identity-number.ts'

const N = '14838521054'
const found = (text: string) => findIdentityNumbers(text).map(({ digits }) => digits)

describe('findIdentityNumbers', () => {
  it.each([
    N,
    `{"nin":"${N}"}`,
    `{"nin":${N}}`,
    `number ${N}.`,
    `/Users/${N}?x=1`,
    `/Users?filter=nin%20eq%20%22${N}%22`,
    `/Users?filter=nin+eq+%2522${N}%2522`,
    `/Users?a=${N}&b=2`,
    `"line\\n${N}\\tmore"`,
    `"\\u0022${N}\\u0022"`,
    `urn:nin:${N}`,
    `på${N}`,
    '148385 21054',
    '148385\u00a021054',
    'nin=148385+21054',
    '%22148385%2021054%22',
    '148385-21054',
  ])('finds the number in %j', (text) => {
    expect(found(text)).toEqual([N])
  })

  it.each([
    `1${N}`,
    `${N}1`,
    `a${N}`,
    `${N}f`,
    `_${N}`,
    `${N}_`,
    `deadbeef-0000-4000-8000-${N}a`,
    `deadbeef-0000-4000-8000-0${N}`,
    `${N}-`.replace(N, '14838521055'),
    '148385  21054',
    '148385 210540',
    '148385 21054a',
    '0148385 21054',
    '',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('says where, and how long as written', () => {
    expect(findIdentityNumbers(`x ${N}, 148385 21054; %22148385%2021054`)).toEqual([
      { index: 2, length: 11, digits: N },
      { index: 15, length: 12, digits: N },
      { index: 32, length: 14, digits: N },
    ])
  })

  it('finds numbers of every series and of 2032', () => {
    const bases = ['094892201', '020132999', '999999991', '177079400']
    const numbers = [...bases.map((nine) => withControlDigits(nine) ?? ''), '24869599014']
    expect(found(numbers.join(' '))).toEqual(numbers)
  })

  it('finds a number between any texts that do not touch it', () => {
    const beside = fc.string().map((text) => text.replace(/[0-9]/g, ''))
    fc.assert(
      fc.property(beside, beside, fc.integer({ min: 0, max: 400 }), (before, after, days) => {
        const digits = syntheticIdentityNumber(new Date(days * 8.64e7).toISOString().slice(0, 10))
        expect(found(`${before} "${digits}" ${after}`)).toEqual([digits])
      }),
    )
  })

  it.each(['1', '148385 ', '148385%20', '%25', '148385', 'a', '\\n', `${N} `, '%', '_1'])(
    'takes linear time on %j repeated',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length)
      const start = performance.now()
      findIdentityNumbers(text)
      // Measured below 200 ms; a quadratic search would take minutes.
      expect(performance.now() - start).toBeLessThan(5_000)
    },
  )
})
