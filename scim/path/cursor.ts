import { ScimError } from '../message/index.ts'
import { MAX_LENGTH } from './limits.ts'

/** The error keywords of RFC 7644 table 9 that a malformed expression can have. */
export type SyntaxKeyword = 'invalidFilter' | 'invalidPath'

/** A position in a text being parsed. Every failure is a ScimError that names the position (from 1). */
export class Cursor {
  readonly text: string
  keyword: SyntaxKeyword
  position = 0

  constructor(text: string, keyword: SyntaxKeyword) {
    this.text = text
    this.keyword = keyword
    if (text.length > MAX_LENGTH) this.fail(`at most ${MAX_LENGTH} characters`, MAX_LENGTH)
  }

  get atEnd(): boolean {
    return this.position >= this.text.length
  }

  /** The next character, or `''` at the end. */
  get next(): string {
    return this.text.charAt(this.position)
  }

  /** Consumes what a sticky expression matches here, or nothing. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.position += found.length
    return found
  }

  /** Consumes blanks; tells whether there were any. */
  blanks(): boolean {
    return this.take(/ +/y) !== undefined
  }

  expect(character: string, what = `"${character}"`): void {
    if (this.next !== character) this.fail(what)
    this.position += 1
  }

  fail(expected: string, position = this.position): never {
    const found =
      position < this.text.length ? `found "${excerpt(this.text, position)}"` : 'the text ends there'
    throw new ScimError(400, this.keyword, `At character ${position + 1}: expected ${expected}, ${found}`)
  }
}

function excerpt(text: string, position: number): string {
  const rest = text.slice(position, position + 20)
  return position + 20 < text.length ? `${rest}…` : rest
}
