import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPeople } from '#people'
import { createRedactor } from './redact.ts'

const SECRET = 'tøken/with+odd "chars"'
const redactor = createRedactor([SECRET, 'abc'], 'salt')
const number = createPeople('7', 'abc234').person(3).nationalId

describe('redactor', () => {
  it('takes a secret out in every form in which it travels', () => {
    const forms = [
      SECRET,
      encodeURIComponent(SECRET),
      encodeURIComponent(SECRET).replaceAll('%20', '+'),
      Buffer.from(SECRET).toString('base64'),
      JSON.stringify(SECRET),
    ]
    for (const form of forms)
      expect(redactor.text(`before ${form} after`)).toMatch(/^before "?\[secret\]"? after$/)
  })

  it('gives the same number the same placeholder, and another number another', () => {
    const other = createPeople('7', 'abc234').person(4).nationalId
    const [a, b, c] = redactor.json([number, number, other]) as string[]
    expect(a).toBe(b)
    expect(a).not.toBe(c)
    expect(JSON.stringify([a, c])).not.toMatch(/\d{11}/)
  })

  it('keeps a number sent as a JSON number unequal to the string', () => {
    const [text, numeric] = redactor.json([number, Number(number)]) as string[]
    expect(numeric).toBe(`${text} as a JSON number`)
  })

  it('puts numbers back for sending, and never a secret', () => {
    const path = redactor.text(`/Users/${number}?token=${SECRET}`)
    expect(redactor.restore(path)).toBe(`/Users/${number}?token=[secret]`)
  })

  it('does not let a hostile member name reach a prototype', () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":true}}')
    expect(JSON.stringify(redactor.json(hostile))).toBe('{"__proto__":{"polluted":true}}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('restores what it redacted, whatever stands around it', () => {
    // The noise holds no digits of its own: other numbers beside ours would make another number of it.
    const noise = fc.stringMatching(/^[ -/:-@[-`{-~]{0,20}$/)
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        fc.pre(!/\w$/.test(before) && !/^\w/.test(after))
        const text = `${before}${number}${after}`
        const hidden = redactor.text(text)
        expect(hidden).not.toContain(number)
        expect(redactor.restore(hidden)).toBe(text)
      }),
    )
  })
})
