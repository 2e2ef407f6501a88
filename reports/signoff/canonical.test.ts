import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#scim'
import { canonicalJson } from './canonical.ts'

describe('canonical JSON', () => {
  it('writes numbers as RFC 8785 shows', () => {
    // Values of the example in its section 3.2.2.
    expect(
      canonicalJson(JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0]')),
    ).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]')
  })

  it('sorts members by UTF-16 code units, as RFC 8785 shows', () => {
    // The names of the example in its section 3.2.3; integer-like ones have an order of their own in ECMAScript.
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))
    const order = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
    expect(text).toBe(`{${order.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`)
  })

  it('keeps the value, and does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(!/[\ud800-\udfff]/u.test(JSON.stringify(value).replace(/\\ud[89a-f]../gi, '\ud800')))
        const text = canonicalJson(value as Json)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(turned(value as Json))).toBe(text)
      }),
    )
  })

  it('refuses what has no canonical form', () => {
    expect(() => canonicalJson(['\ud800'])).toThrow(TypeError)
    expect(() => canonicalJson({ '\udc00': 1 })).toThrow(TypeError)
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
  })
})

function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, turned(one as Json)]),
  )
}
