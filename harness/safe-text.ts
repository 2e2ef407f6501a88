/**
 * Text from a target, harmless on a terminal and in a report: control characters (C0, DEL, C1, among them ESC and
 * newlines), bidirectional overrides, invisible format characters and lone surrogates become visible escapes such as
 * `\n`, `\x1b` or `\u202e`, and so does what build servers take for a command wherever it stands in a log. Ordinary
 * text of any language stays as it is.
 * @param keep characters that are let through nevertheless, as `'\n'`
 */
export function safeText(text: string, keep = ''): string {
  const safe = text.replace(RISKY_CHARACTERS, (char) => (keep.includes(char) ? char : visible(char)))
  return safe.replace(COMMAND, '#\\x23')
}

/** `##[…]` of GitHub Actions, `##vso[…]` of Azure DevOps. */
export const COMMAND = /##(?=\[|vso\[)/g

/** Whether one character (code point) may move a cursor, hide text or turn it round. */
export function isRisky(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return RISKY.some(([from, to]) => code >= from && code <= to)
}

const RISKY: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xfffe, 0xffff],
  [0xe0000, 0xe007f],
]

/** The same for the engine, which is far quicker than a look at each character. As code points: of surrogates only lone ones. */
const RISKY_CHARACTERS = new RegExp(
  `[${RISKY.map((range) => range.map((code) => `\\u{${code.toString(16)}}`).join('-')).join('')}]`,
  'gu',
)

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function visible(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (SHORT[char]) return SHORT[char]
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`
}
