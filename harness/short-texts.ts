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

const BEYOND_LATIN_1 = /[^\u0000-\u00ff]/

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
