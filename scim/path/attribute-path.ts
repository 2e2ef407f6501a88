import type { AttributePath } from './ast.ts'
import { Cursor } from './cursor.ts'

/** RFC 7643 section 2.1 ATTRNAME. AMB-023: `$ref` fits no ABNF and is used by everybody. */
const NAME = /^(?:\$ref|[a-z][\w$-]*)$/i
/** Everything up to what can follow a path in a filter: a blank or a bracket of some kind. */
const WORD = /[^ ()[\]"]+/y
const URI = /^[a-z][a-z0-9+.-]*:[\w.~:/?#@!$&'*+,;=%-]+$/i

/**
 * Parses an attribute path in attribute notation (RFC 7644 section 3.10).
 *
 * @param urns known schema URNs. With them the longest one that starts the text wins, and a text that is nothing but
 *   a known URN gives `{ uri, attribute: '' }`. Without a match the attribute is what follows the last colon, so that
 *   a version such as `1.0` stays in the URN.
 * @throws ScimError 400 invalidPath
 */
export function parseAttributePath(text: string, urns: readonly string[] = []): AttributePath {
  const cursor = new Cursor(text, 'invalidPath')
  const path = takePath(cursor, urns)
  if (!cursor.atEnd) cursor.fail('the end of the attribute path')
  return path
}

/** Consumes one path, the URN of a schema alone included. */
export function takePath(cursor: Cursor, urns: readonly string[]): AttributePath {
  const start = cursor.position
  const word = cursor.take(WORD)
  if (word === undefined) return cursor.fail('an attribute name')
  const { uri, rest } = splitUri(word, urns)
  if (rest === undefined) return { uri, attribute: '' }
  const offset = start + word.length - rest.length
  if (uri !== undefined && !URI.test(uri)) cursor.fail('a schema URN before the attribute name', start)
  return { ...(uri === undefined ? {} : { uri }), ...takeNames(cursor, rest, offset) }
}

/** As `takePath`, but the attribute itself must be named, as in a filter. */
export function takeNamedPath(cursor: Cursor, urns: readonly string[]): AttributePath {
  const path = takePath(cursor, urns)
  if (path.attribute === '') cursor.fail('":" and an attribute name after the schema URN')
  return path
}

export function isAttributeName(text: string): boolean {
  return NAME.test(text)
}

type Split = { uri: string | undefined; rest: string } | { uri: string; rest: undefined }

function splitUri(word: string, urns: readonly string[]): Split {
  const known = longestKnown(word, urns)
  if (known !== undefined && known.length === word.length) return { uri: known, rest: undefined }
  const colon = word.lastIndexOf(':')
  if (colon < 0) return { uri: undefined, rest: word }
  // A colon after the known URN means that this URN is the start of another, unknown one.
  if (known !== undefined && known.length === colon) return { uri: known, rest: word.slice(colon + 1) }
  return { uri: word.slice(0, colon), rest: word.slice(colon + 1) }
}

function longestKnown(word: string, urns: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  const fits = (urn: string) => wanted === urn.toLowerCase() || wanted.startsWith(`${urn.toLowerCase()}:`)
  return urns.filter(fits).sort((a, b) => b.length - a.length)[0]
}

function takeNames(cursor: Cursor, text: string, offset: number): { attribute: string; sub?: string } {
  const [attribute = '', sub, extra] = text.split('.')
  if (!isAttributeName(attribute)) cursor.fail('an attribute name', offset)
  if (sub === undefined) return { attribute }
  const subOffset = offset + attribute.length + 1
  if (!isAttributeName(sub)) cursor.fail('a sub-attribute name', subOffset)
  if (extra !== undefined) cursor.fail('no more than one sub-attribute', subOffset + sub.length)
  return { attribute, sub }
}
