import { findIdentityNumbers } from '#people'

/** Three times three digits: of eleven in base64 so many stand there whole, wherever in the text they begin. */
const DIGITS = /(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){3,}/g
const BEFORE = /[A-Za-z0-9+/_-]{4}$/
const AFTER = /^[A-Za-z0-9+/_-]{2,4}={0,2}/

/**
 * Identity numbers that a text has in base64, alone or amid something else: of each the letters that hold it are replaced.
 * @param placeholder what stands for the eleven digits
 */
export function withoutBase64Numbers(text: string, placeholder: (digits: string) => string): string {
  if (text.search(DIGITS) === -1) return text
  return pieces(text)
    .map(({ between, held }) => {
      const numbers = findIdentityNumbers(Buffer.from(held, 'base64').toString('latin1'))
      return between + (numbers.length === 0 ? held : numbers.map(({ digits }) => placeholder(digits)).join())
    })
    .join('')
}

/** Where digits are held, with the group of four letters on either side, in which the rest of a number may be. */
function pieces(text: string): { readonly between: string; readonly held: string }[] {
  const found: { between: string; held: string }[] = []
  let from = 0
  for (const { index, 0: digits } of text.matchAll(DIGITS)) {
    const [before = ''] = BEFORE.exec(text.slice(Math.max(from, index - 4), index)) ?? []
    const [after = ''] = AFTER.exec(text.slice(index + digits.length, index + digits.length + 6)) ?? []
    if (index < from) continue
    found.push({ between: text.slice(from, index - before.length), held: before + digits + after })
    from = index + digits.length + after.length
  }
  return [...found, { between: text.slice(from), held: '' }]
}
