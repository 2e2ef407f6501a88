import { bodyOf, defineRule } from '#check'
import { answering, type Json, type JsonObject, member } from '#scim'

const MOST_LEVELS = 12
const KEYWORDS = ['schemas', 'resourceType', 'scimType', 'mutability', 'returned', 'uniqueness', 'type']

const isQuoted = (value: Json): value is string =>
  typeof value === 'string' && value.length > 1 && /^(["'`]).*\1$/s.test(value)

/** The first quoted one among the values that the specification prints in quotation marks, however deep. */
function quotedIn(json: Json, level = 0): string | undefined {
  if (level > MOST_LEVELS || typeof json !== 'object' || json === null) return undefined
  const own = Array.isArray(json) ? undefined : quotedKeyword(json)
  if (own !== undefined) return own
  for (const value of Array.isArray(json) ? json : Object.values(json)) {
    const inner = quotedIn(value, level + 1)
    if (inner !== undefined) return inner
  }
  return undefined
}

function quotedKeyword(json: JsonObject): string | undefined {
  for (const name of KEYWORDS) {
    const value = member(json, name)
    const quoted = Array.isArray(value) ? value.find(isQuoted) : value
    if (quoted !== undefined && isQuoted(quoted)) return quoted
  }
  return undefined
}

export default defineRule({
  id: 'wire/quotes-are-not-part-of-values',
  title: 'Literal values come without the quotation marks of the RFC',
  proves: ['RFC7643-1.1-01'],

  judge(exchange, claim) {
    const body = bodyOf(exchange)
    if (!body) return
    const quoted = quotedIn(body)
    const detail = { what: 'literal value', expected: 'no quotation marks', actual: quoted }
    claim('RFC7643-1.1-01', exchange).holds(quoted === undefined, detail)
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { id: '2819', meta: { resourceType: '"User"' } } }),
})
