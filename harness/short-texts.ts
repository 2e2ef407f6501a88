import { isObject, type Json } from '#scim'

/**
 * Letters; nobody sends a longer one in earnest, but for a picture. A multiple of four: what was base64 is so still. No
 * check sends a longer one and wants it back, so none that is cut can be taken for what was sent.
 */
export const LONGEST_TEXT = 16_384

/** A copy where it is cut: a slice would keep all of it in memory. One byte for each letter where that is enough. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const cut = text.slice(0, LONGEST_TEXT)
  const form = BEYOND_LATIN_1.test(cut) ? 'utf16le' : 'latin1'
  return Buffer.from(cut, form).toString(form)
}

const BEYOND_LATIN_1 = /[\u0100-\uffff]/

/**
 * Whether a text in this JSON may be too long. Told by the quotation marks around every 16,384th letter, since to walk
 * the values of a large group takes far longer; an escaped mark ends nothing.
 */
export function hasLongText(json: string): boolean {
  for (let at = LONGEST_TEXT; at < json.length; at += LONGEST_TEXT) {
    const begin = json.lastIndexOf('"', at)
    const end = json.indexOf('"', at)
    const isEscaped = json[begin - 1] === '\\' || json[end - 1] === '\\'
    if (isEscaped || end - begin > LONGEST_TEXT) return true
  }
  return false
}

/** The same value, with every text in it cut to what is kept: a run keeps thousands of answers. */
export function withShortTexts(value: Json): Json {
  if (typeof value === 'string') return shortened(value)
  if (Array.isArray(value)) {
    const list = value.map(withShortTexts)
    return list.some((each, index) => each !== value[index]) ? list : value
  }
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, each]) => [name, withShortTexts(each)] as const)
  return entries.some(([name, each]) => each !== value[name]) ? Object.fromEntries(entries) : value
}
