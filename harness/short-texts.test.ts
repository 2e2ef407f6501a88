import { describe, expect, it } from 'vitest'
import { LONGEST_TEXT, shortened, withShortTexts } from './short-texts.ts'

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

  it('that are base64 stay base64', () => {
    const picture = Buffer.alloc(LONGEST_TEXT).toString('base64')
    expect(Buffer.from(shortened(picture), 'base64').toString('base64')).toBe(shortened(picture))
  })
})
