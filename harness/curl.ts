import type { Exchange } from '#scim'
import { COMMAND, isRisky } from './safe-text.ts'

export interface CurlOptions {
  /** Name of the environment variable that holds the bearer token: `SCIM_TEST_TOKEN`. */
  readonly tokenVariable: string
  /** Without it the line carries no Authorization header. Default: true. */
  readonly credentials?: boolean
  /** How the run signed in: with a name and a password, with headers of its own, or with a token, as by default. */
  readonly signIn?: string | undefined
}

/** Headers that curl makes itself, or that would only confuse a repeated request. */
const LEFT_OUT = new Set([
  'authorization',
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'user-agent',
  'transfer-encoding',
])

/**
 * The request as one line for a POSIX shell, ready to paste. Nothing in the exchange can end the quoting: every word
 * is single-quoted, and what could drive a terminal (control and bidirectional characters) is written as an escape.
 * The token comes from the environment; redacted numbers stay the placeholders that they are.
 */
export function curlLine(exchange: Pick<Exchange, 'request'>, base: string, options: CurlOptions): string {
  const { method, path, headers } = exchange.request
  const url = encodeRisky(`${base.replace(/\/+$/, '')}${path}`)
  const asIs = /\/\.{1,2}(\/|$|\?)/.test(path) ? ['--path-as-is'] : []
  const sent = Object.entries(headers).flatMap(([name, value]) => headerWords(name, value))
  // -g: brackets and braces in a filter are no patterns of curl's.
  return [
    'curl -sS -i -g',
    ...asIs,
    `-X ${quote(method)} ${quote(url)}`,
    ...tokenWords(options),
    ...sent,
    ...bodyWords(exchange.request),
  ].join(' ')
}

/** A word for a POSIX shell, bare where that is safe. */
export function shellWord(word: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(word) ? word : quoteOrPrint(word)
}

/** What the run showed in other headers stands there as it was redacted, to be filled in. */
function tokenWords({ tokenVariable, credentials = true, signIn }: CurlOptions): string[] {
  if (!/^[A-Za-z_]\w*$/.test(tokenVariable)) throw new RangeError(`not a variable name: ${tokenVariable}`)
  if (!credentials || signIn === 'none' || signIn === 'headers') return []
  if (signIn === 'basic') return ['-u "$SCIM_TEST_USERNAME:$SCIM_TEST_PASSWORD"']
  return [`-H "Authorization: Bearer $${tokenVariable}"`]
}

function headerWords(name: string, value: string): string[] {
  if (LEFT_OUT.has(name.toLowerCase()) || name.startsWith('@')) return []
  // curl takes `name:` for "leave this header out" and `name;` for an empty value.
  return [`-H ${quoteOrPrint(value === '' ? `${name};` : `${name}: ${value}`)}`]
}

function bodyWords({ body, text }: Exchange['request']): string[] {
  // JSON has escapes of its own for what a terminal must not see; other text gets those of printf.
  if (body !== undefined) return [`--data-raw ${quote(escapeInJson(JSON.stringify(body)))}`]
  return text === undefined ? [] : [`--data-raw ${quoteOrPrint(text)}`]
}

function quote(word: string): string {
  return /^[A-Z]+$/.test(word) ? word : withoutCommands(`'${word.replaceAll("'", `'\\''`)}'`)
}

/** What build servers take for a command is interrupted by an end of quoting, which the shell takes away again. */
const withoutCommands = (quoted: string): string => quoted.replace(COMMAND, `#''#`)

function quoteOrPrint(text: string): string {
  if (![...text].some(isRisky)) return quote(text)
  const octal = (char: string) =>
    [...Buffer.from(char)].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('')
  const escaped = [...text]
    .map((char) => (isRisky(char) ? octal(char) : char === '\\' ? '\\\\' : char))
    .join('')
  return `"$(printf '%b' ${withoutCommands(`'${escaped.replaceAll("'", '\\0047')}'`)})"`
}

function encodeRisky(url: string): string {
  const percent = (char: string) =>
    [...Buffer.from(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  return [...url].map((char) => (char === ' ' || isRisky(char) ? percent(char) : char)).join('')
}

function escapeInJson(json: string): string {
  const units = (char: string) =>
    char
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')
  return [...json].map((char) => (isRisky(char) ? units(char) : char)).join('')
}
