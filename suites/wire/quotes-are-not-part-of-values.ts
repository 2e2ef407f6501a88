import { bodyOf, defineRule } from '#check'
import { answering, isObject, type Json, member } from '#scim'

const MOST_LEVELS = 12
const KEYWORDS = ['schemas', 'resourceType', 'scimType', 'mutability', 'returned', 'uniqueness', 'type']

const listed = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [value ?? null])

/** The values that the specification prints in quotation marks, however deep. */
function literalsIn(json: Json, level = 0): string[] {
  if (level > MOST_LEVELS) return []
  if (Array.isArray(json)) return json.flatMap((item) => literalsIn(item, level + 1))
  if (!isObject(json)) return []
  const own = KEYWORDS.flatMap((name) => listed(member(json, name)))
  const inner = Object.values(json).flatMap((value) => literalsIn(value, level + 1))
  return [...own.filter((value) => typeof value === 'string'), ...inner]
}

export default defineRule({
  id: 'wire/quotes-are-not-part-of-values',
  title: 'Literal values come without the quotation marks of the RFC',
  proves: ['RFC7643-1.1-01'],

  judge(exchange, claim) {
    const body = bodyOf(exchange)
    if (!body) return
    const quoted = literalsIn(body).find((value) => value.length > 1 && /^(["'`]).*\1$/s.test(value))
    const detail = { what: 'literal value', expected: 'no quotation marks', actual: quoted }
    claim('RFC7643-1.1-01', exchange).holds(quoted === undefined, detail)
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { id: '2819', meta: { resourceType: '"User"' } } }),
})
