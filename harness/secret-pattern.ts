/**
 * Finds secrets in whatever form they travel in what is kept: as they are, in an address or a form, in JSON (within JSON),
 * in HTML, in base64 of either alphabet, and in mixtures of these, since everybody encodes other characters.
 * @param secrets very short ones are ignored, since hiding `a` would hide everything
 * @returns `undefined` where there is nothing to look for
 */
export function secretPattern(secrets: readonly string[]): RegExp | undefined {
  const long = [...new Set(secrets.filter((secret) => secret.length >= SHORTEST))]
  if (long.length === 0) return undefined
  const byLength = long.sort((a, b) => b.length - a.length)
  const patterns = byLength.flatMap((secret) => [spelled(secret), inBase64(secret), ...withinBase64(secret)])
  return new RegExp(patterns.join('|'), 'g')
}

const SHORTEST = 4

function spelled(secret: string): string {
  return [...secret].map((char) => (/[A-Za-z0-9]/.test(char) ? char : anyOf(formsOf(char)))).join('')
}

/** Padded or not. */
function inBase64(secret: string): string {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '')
  return `${inEitherAlphabet(base64)}${anyOf(formsOf('='))}{0,2}`
}

/** What another alphabet has in the place of `+` and `/` is the same. */
function inEitherAlphabet(base64: string): string {
  const letters = [...base64].map((char) => {
    if (char === '+') return anyOf(['-', ...formsOf('+')])
    return char === '/' ? anyOf(['_', ...formsOf('/')]) : char
  })
  return letters.join('')
}

/** Fewer letters could be anything; more are a key's, which nobody puts into something else. */
const FEWEST = 8
const MOST = 1_000

/**
 * Amid something else that is in base64 as a whole. Three bytes make four letters, so it matters how many bytes stand before;
 * a letter that is made of a byte of the secret and another cannot be known, and stays.
 */
function withinBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
    const sure = bytes.toString('base64').slice(before && before + 1, Math.floor((bytes.length * 8) / 6))
    return sure.length < FEWEST || sure.length > MOST ? [] : [inEitherAlphabet(sure)]
  })
}

const anyOf = (patterns: readonly string[]): string => `(?:${patterns.join('|')})`

/** How one character that is no letter of ASCII and no digit may be written; as patterns, what begins alike the longest first. */
function formsOf(char: string): string[] {
  const bytes = [...Buffer.from(char)].map((byte) => byte.toString(16).padStart(2, '0'))
  const units = char.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
  const code = char.codePointAt(0) ?? 0
  const letter = JSON_ESCAPES[char]
  return [
    bytes.map((hex) => `%(?:25){0,2}${anyCase(hex)}`).join(''),
    units.map((hex) => `${BACKSLASHES}u${anyCase(hex)}`).join(''),
    `&#0{0,4}${code};`,
    `&#[xX]0{0,4}${anyCase(code.toString(16))};`,
    ...(HTML_NAMES[char] ?? []).map((name) => `&${name};`),
    ...(letter ? [`${BACKSLASHES}${letter}`] : []),
    ...(char === ' ' ? ['\\+'] : []),
    ...(char === '\\' ? [BACKSLASHES] : []),
    ...('"/'.includes(char) ? [`(?:${BACKSLASHES})?${char}`] : []),
    ...('"/\\'.includes(char) ? [] : [literal(char)]),
  ]
}

/** JSON within JSON within a string of a shell: each step doubles them. */
const BACKSLASHES = '\\\\{1,8}'
const JSON_ESCAPES: Readonly<Record<string, string>> = {
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\b': 'b',
  '\f': 'f',
}
const HTML_NAMES: Readonly<Record<string, readonly string[]>> = {
  '&': ['amp'],
  '<': ['lt'],
  '>': ['gt'],
  '"': ['quot'],
  "'": ['apos'],
}

const literal = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const anyCase = (hex: string): string => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
