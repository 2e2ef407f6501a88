import { defineRule } from '#check'
import { answering, type Exchange, isObject, type Json, member, URN } from '#scim'
import { asksForList } from './list.part.ts'

const isWhole = (value: Json | undefined) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0

/** RFC 9865: with cursors the total may be left out (AMB-110), on the last page too, which has none perhaps. */
const isCursored = ({ request, response }: Exchange) =>
  ['nextCursor', 'previousCursor'].some((name) => member(response?.body, name) !== undefined) ||
  /[?&]cursor(=|&|$)/.test(request.path) ||
  (request.path.endsWith('/.search') && member(request.body, 'cursor') !== undefined)

export default defineRule({
  id: 'wire/list-has-the-form-of-a-list',
  title: 'A list is a ListResponse that counts in whole numbers',
  proves: ['RFC7644-3.4.2-04', 'RFC7644-3.4.2-05', 'RFC7643-2.3.4-01'],
  breaks: 'Okta: takes the counts as JSON integers only (OKT-005).',

  judge(exchange, claim, facts) {
    const body = exchange.response?.body
    if (exchange.response?.status !== 200 || body === undefined || !asksForList(exchange, facts)) return
    const schemas = member(body, 'schemas')
    const named = isObject(body) && Array.isArray(schemas) && schemas.includes(URN.listResponse)
    const expected = `a list with schemas ${URN.listResponse}`
    claim('RFC7644-3.4.2-04', exchange).holds(named, { expected, actual: schemas ?? body })
    const total = member(body, 'totalResults')
    if (total !== undefined || !isCursored(exchange)) {
      const detail = { expected: 'a whole number', actual: total, pointer: '/totalResults' }
      claim('RFC7644-3.4.2-05', exchange).holds(isWhole(total), detail)
    }
    for (const name of ['totalResults', 'startIndex', 'itemsPerPage']) {
      const actual = member(body, name) ?? null
      if (actual === null) continue
      const raw = new RegExp(`(?<!\\\\)"${name}"\\s*:\\s*-?\\d+[.eE]`).test(exchange.response.text)
      const detail = { expected: 'a number without fraction or exponent', actual, pointer: `/${name}` }
      claim('RFC7643-2.3.4-01', exchange).holds(Number.isInteger(actual) && !raw, detail)
    }
  },

  counterexample: (exchange) => [
    answering(exchange, { body: [] }),
    answering(exchange, { body: { schemas: [URN.listResponse], totalResults: '0', Resources: [] } }),
  ],
})
