/** Everything that a text could be turned back into: what is hidden in one form only is still there in another. */
export function readings(text: string): string[] {
  const found = new Set([text])
  let latest = [text]
  for (let depth = 0; depth < DEPTH; depth++) {
    latest = latest.flatMap((one) => DECODERS.map((decode) => decode(one))).filter((one) => !found.has(one))
    for (const one of latest) found.add(one)
  }
  return [...found]
}

const DEPTH = 2

const DECODERS: readonly ((text: string) => string)[] = [
  (text) =>
    text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString()),
  (text) =>
    text
      .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\+(["\\/])/g, '$1'),
  (text) =>
    text
      .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
]

/**
 * Whether one of the readings has this text, or base64 of it in either alphabet, alone or amid something else. Three bytes are
 * four letters, so how it looks depends on how many bytes stand before; the letters at either end are of others as well.
 */
export function holds(texts: readonly string[], what: string): boolean {
  const wanted = [what, ...[0, 1, 2].flatMap((before) => inBase64(what, before))]
  return wanted.some((one) => texts.some((text) => text.includes(one)))
}

function inBase64(what: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(what)])
  const letters = (form: 'base64' | 'base64url') =>
    bytes.toString(form).slice(before && before + 1, Math.floor((bytes.length * 4) / 3))
  const both = [letters('base64'), letters('base64url')]
  // What is shorter stands in other words by chance.
  return both[0] !== undefined && both[0].length >= 10 ? [...new Set(both)] : []
}

/** The forms in which a text travels in requests, answers, addresses and messages. */
export const FORMS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'URL-encoded': encodeURIComponent,
  'URL-encoded in small letters': (text) =>
    encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()),
  'form-encoded': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64, URL-encoded': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'JSON-escaped': (text) => JSON.stringify(text).slice(1, -1),
  'JSON-escaped to ASCII': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'JSON-escaped slashes': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'HTML-escaped': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'escaped through and through': (text) => each(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
  'URL-encoded through and through': (text) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'HTML-escaped through and through': (text) => each(text, (code) => `&#${code};`),
  'base64 amid other things': (text) => Buffer.from(`{"id":"${text}"}`).toString('base64'),
  'base64url amid other things': (text) => Buffer.from(`{"a":"${text}"}`).toString('base64url'),
}

const each = (text: string, write: (code: number) => string): string =>
  text
    .split('')
    .map((unit) => write(unit.charCodeAt(0)))
    .join('')
