import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPeople } from '#people'
import { withControlDigits } from '../people/control-digits.ts'
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

  it('takes out what it hears of later too', () => {
    const growing = createRedactor(['first-secret'], 'salt')
    expect(growing.text('first-secret, later-secret')).toBe('[secret], later-secret')
    growing.hide('later-secret')
    growing.hide('later-secret')
    expect(growing.text('first-secret, later-secret')).toBe('[secret], [secret]')
    expect(growing.json({ a: 'later-secret' })).toEqual({ a: '[secret]' })
    expect([growing.isClean('{"a":"later-secret"}'), growing.isClean('{"a":"other"}')]).toEqual([false, true])
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

  it('says of a number that a real person could have that it is not synthetic', () => {
    const ambiguous = withControlDigits('094892201') ?? ''
    const hidden = redactor.text(`${ambiguous} ${number}`)
    expect(hidden).toMatch(
      /^\[identity-number-[0-9a-f]{10}-not-synthetic\] \[identity-number-[0-9a-f]{10}\]$/,
    )
    expect(redactor.restore(hidden)).toBe(`${ambiguous} ${number}`)
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

  it('calls a JSON text clean only where no value in it is changed', () => {
    const other = createPeople('7', 'abc234').person(5).nationalId
    const pieces = fc.constantFrom(
      number,
      Number(number),
      `${other.slice(0, 6)} ${other.slice(6)}`,
      SECRET,
      'abcd',
      12,
      '\n',
      '9',
    )
    const words = fc.array(pieces, { maxLength: 3 }).map((parts) => parts.join('.'))
    const leaf = fc.oneof(pieces, words, fc.double({ noNaN: true }), fc.boolean())
    const value = fc.dictionary(words, fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), { maxKeys: 4 })
    let clean = 0
    fc.assert(
      fc.property(value, fc.nat(2), (body, indent) => {
        const text = JSON.stringify(body, null, indent)
        if (!redactor.isClean(text)) return
        clean++
        expect(redactor.json(JSON.parse(text))).toEqual(JSON.parse(text))
      }),
      { numRuns: 2_000 },
    )
    expect(clean).toBeGreaterThan(100)
    const digits = String(Number(number))
    for (const hidden of [
      `{"a":"${number.slice(0, 4)}\\u003${number.charAt(4)}${number.slice(5)}"}`,
      `{"a":${digits.charAt(0)}.${digits.slice(1)}e${digits.length - 1}}`,
    ]) {
      expect(redactor.json(JSON.parse(hidden))).not.toEqual(JSON.parse(hidden))
      expect(redactor.isClean(hidden)).toBe(false)
    }
  })
})

it('hides a mistyped number where an attribute holds nothing else, in values and in text', () => {
  const redactor = createRedactor([], 'salt')
  const wrong = '20865606620'
  const body = { extension: { foedselsnummer: wrong }, note: wrong }
  const [hidden] = Object.values(redactor.json(body) as Record<string, { foedselsnummer: string }>)
  expect(hidden?.foedselsnummer).toMatch(/^\[identity-number-[0-9a-f]{10}\]$/)
  expect(redactor.text(JSON.stringify(body.extension))).toBe(JSON.stringify(hidden))
  expect(redactor.isClean(JSON.stringify(body))).toBe(false)
  expect(redactor.restoreJson(redactor.json(body))).toEqual(body)
})

describe('what is written in a way that nobody would choose', () => {
  const all = (text: string, written: (code: number) => string) =>
    [...text].map((char) => written(char.charCodeAt(0))).join('')
  const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0')
  const plain = 'S3cretOfLetters'
  const redactor = createRedactor([plain, SECRET], 'salt')
  const escapes: [string, (code: number) => string][] = [
    ['JSON', (code) => `\\u${hex(code, 4)}`],
    ['JSON within JSON', (code) => `\\\\u${hex(code, 4).toUpperCase()}`],
    ['an address', (code) => `%${hex(code, 2)}`],
    ['an address within an address', (code) => `%25${hex(code, 2).toUpperCase()}`],
    ['HTML', (code) => `&#${code};`],
    ['HTML in base 16', (code) => `&#x${hex(code, 2)};`],
    ['HTML within HTML', (code) => `&amp;#00${code};`],
  ]

  it.each(escapes)('is hidden in %s', (_, written) => {
    for (const what of [plain, number]) {
      const body = `not json: <${all(what, written)}>`
      expect(redactor.text(body)).toMatch(/^not json: <\[(?:secret|identity-number-[0-9a-f]{10})\]>$/)
      expect(redactor.isClean(body)).toBe(false)
    }
    const partly = `<${number.slice(0, 4)}${all(number.slice(4), written)}>`
    expect(redactor.text(partly)).toMatch(/^<\[identity-number-[0-9a-f]{10}\]>$/)
  })

  it('stays as it is where nothing is to be hidden', () => {
    for (const text of ['\\u0041\\u0042', 'a%41b%zz', '&#65;&#x41;&#9999;', '%252541', '\\u00e6']) {
      expect(redactor.text(text)).toBe(text)
      expect(redactor.isClean(`{"a":"${text.replaceAll('\\', '')}"}`)).toBe(true)
    }
  })

  it.each(['', 'a', 'ab', 'abc', '{"id":"'])('is hidden in base64 that begins with %j', (before) => {
    for (const form of ['base64', 'base64url'] as const)
      for (const after of ['', '"', '"}', '"} and more']) {
        const word = (what: string) => Buffer.from(`${before}${what}${after}`).toString(form)
        const decoded = (text: string) => Buffer.from(text.replace(/\[[^\]]*\]/g, '~'), 'base64').toString()
        expect(redactor.text(word(plain))).toContain('[secret]')
        expect(decoded(redactor.text(word(plain)))).not.toContain(plain.slice(2, -2))
        if (/\w$/.test(before)) continue
        expect(redactor.text(`x=${word(number)}&y`)).toMatch(/\[identity-number-[0-9a-f]{10}\]/)
      }
  })

  it('does not take other numbers in base64 for identity numbers', () => {
    const words = [
      '12345678901 2345678901234',
      '11111111111',
      number.replace(/.$/, (one) => String((Number(one) + 1) % 10)),
    ]
    for (const word of words) {
      const text = `${Buffer.from(word).toString('base64')}.x`
      expect(redactor.text(text)).toBe(text)
    }
  })

  it.each(['MDEy', 'MDEyMDEyMDEy', '%31', '\\u0031', '&#49;', '%25', 'A'])(
    'takes linear time on %j repeated',
    (piece) => {
      const began = performance.now()
      redactor.text(piece.repeat(1_000_000 / piece.length))
      expect(performance.now() - began).toBeLessThan(5_000)
    },
  )
})
