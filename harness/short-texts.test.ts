import { describe, expect, it } from 'vitest'
import { hasLongText, LONGEST_TEXT, shortened, withShortTexts } from './short-texts.ts'

const long = 'å'.repeat(LONGEST_TEXT + 10)

describe('texts of answers', () => {
  it.each(['a', 'å', 'ŋ', '\ud800'])('are cut to what is kept, whatever they are made of: %j', (letter) => {
    expect(shortened(letter.repeat(LONGEST_TEXT + 1))).toBe(letter.repeat(LONGEST_TEXT))
  })

  it('stay the same object where none is too long', () => {
    const body = { name: { familyName: 'Nordmann' }, emails: [{ value: 'a@b.example' }], active: true }
    expect(withShortTexts(body)).toBe(body)
  })

  it('are cut wherever they stand, and nothing else is changed', () => {
    const cut = 'å'.repeat(LONGEST_TEXT)
    expect(withShortTexts({ a: [{ b: long }, 1, null], c: 'short' })).toEqual({
      a: [{ b: cut }, 1, null],
      c: 'short',
    })
  })

  it.each([
    ['plain', 'a'],
    ['with marks in it', '"'],
    ['with backslashes', '\\'],
    ['with both', '\\"a'],
  ])('are found wherever they begin, %s', (_, part) => {
    const tooLong = part.repeat(Math.ceil((LONGEST_TEXT + 1) / part.length))
    for (const before of [0, 5, 8_000, LONGEST_TEXT - 20, LONGEST_TEXT, 40_000])
      expect(hasLongText(JSON.stringify({ a: 'b, '.repeat(20), list: Array(before).fill(7), tooLong }))).toBe(
        true,
      )
  })

  it('are not found in a large group', () => {
    const members = Array.from({ length: 3_000 }, (_, n) => ({ value: `id-${n}`, display: `Kari ${n}` }))
    expect(hasLongText(JSON.stringify({ displayName: 'Alle', members }))).toBe(false)
  })

  it('that are base64 stay base64', () => {
    const picture = Buffer.alloc(LONGEST_TEXT).toString('base64')
    expect(Buffer.from(shortened(picture), 'base64').toString('base64')).toBe(shortened(picture))
  })
})
