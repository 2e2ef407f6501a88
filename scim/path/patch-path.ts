import type { PatchPath } from './ast.ts'
import { isAttributeName, takePath } from './attribute-path.ts'
import { Cursor } from './cursor.ts'
import { takeValueFilter } from './filter-parser.ts'

/**
 * Parses the `path` of a PATCH operation (RFC 7644 section 3.5.2): an attribute path, or a value path with an
 * optional sub-attribute. AMB-061: a known URN alone is taken and gives `{ path: { uri, attribute: '' } }`.
 *
 * @param urns known schema URNs, see `parseAttributePath`
 * @throws ScimError 400 invalidPath; 400 invalidFilter where the defect is inside the brackets. Array indexes and
 *   brackets that are empty or never closed count as a defect of the path.
 */
export function parsePatchPath(text: string, urns: readonly string[] = []): PatchPath {
  const cursor = new Cursor(text, 'invalidPath')
  const path = takePath(cursor, urns)
  if (cursor.atEnd) return { path }
  if (path.attribute === '') cursor.fail('":" and an attribute name after the schema URN')
  const filter = takeBrackets(cursor, urns)
  if (cursor.atEnd) return { path, filter }
  return { path, filter, sub: takeSub(cursor) }
}

function takeBrackets(cursor: Cursor, urns: readonly string[]) {
  if (cursor.next !== '[') cursor.fail('"[" or the end of the path')
  if (/^\[ *-?\d* *\]/.test(cursor.text.slice(cursor.position))) {
    cursor.fail('a filter in the brackets (SCIM has no array indexes)', cursor.position + 1)
  }
  if (!cursor.text.includes(']', cursor.position)) cursor.fail('"]"', cursor.text.length)
  cursor.keyword = 'invalidFilter'
  const filter = takeValueFilter(cursor, urns)
  cursor.keyword = 'invalidPath'
  return filter
}

function takeSub(cursor: Cursor): string {
  cursor.expect('.', '"." and a sub-attribute, or the end of the path')
  const sub = cursor.text.slice(cursor.position)
  return isAttributeName(sub) ? sub : cursor.fail('a sub-attribute name')
}
