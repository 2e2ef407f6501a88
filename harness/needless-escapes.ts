/** A letter or digit of ASCII, which needs no escape, as JSON, an address or HTML may write it nevertheless: `\u0031`, `%31`, `&#49;`. */
const ESCAPED =
  /(?:\\{1,8}u00|%(?:25){0,4})([3-7][0-9a-f])|&(?:amp;)?#(?:x0{0,4}([3-7][0-9a-f])|0{0,4}([0-9]{2,3}));/gi
/** Nearly no text has any: this is found out far quicker. */
const BEGINS = /\\u|%[2-7]|&[a#]/i
const LETTER_OR_DIGIT = /[A-Za-z0-9]/

/** The same text with those letters and digits as they are; every other escape stays. In JSON text it remains JSON. */
export function withoutNeedlessEscapes(text: string): string {
  if (!BEGINS.test(text)) return text
  return text.replace(ESCAPED, (written, hex?: string, htmlHex?: string, decimal?: string) => {
    const code = decimal === undefined ? Number.parseInt((hex ?? htmlHex) as string, 16) : Number(decimal)
    const char = String.fromCharCode(code)
    return LETTER_OR_DIGIT.test(char) ? char : written
  })
}
