/** Everything that a text could be turned back into: what is hidden in one form only is still there in another. */
export function readings(text: string): string[] {
  const found = new Set([text])
  let latest = [text]
  for (let depth = 0; depth < DEPTH; depth++) {
    latest = latest.flatMap((one) => DECODERS.map((decode) => decode(one))).filter((one) => !found.has(one))
    for (const one of latest) found.add(one)
  }
  return [...found, ...[...found].flatMap(base64Words)]
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

/** What the words in it that could be base64 stand for, in either alphabet. */
function base64Words(text: string): string[] {
  const words = text.match(/[A-Za-z0-9+/_-]{12,}={0,2}/g) ?? []
  return [words.map((word) => Buffer.from(word, 'base64').toString()).join('\n')]
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
}
