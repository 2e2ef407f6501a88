import { bodyOf, defineRule } from '#check'
import { answering, type Exchange, isObject, type Json, member, URN } from '#scim'
import { isElsewhere, pathOf } from './address.part.ts'

type Test = (exchange: Exchange) => boolean

const isQuery: Test = (exchange) => exchange.request.method === 'GET' || pathOf(exchange).endsWith('/.search')
const isBulk: Test = (exchange) => pathOf(exchange).toLowerCase() === '/bulk'
const isChange = (method: string) => method === 'PUT' || method === 'PATCH' || method === 'POST'
const changes: Test = (exchange) => isChange(exchange.request.method) && !isQuery(exchange)
const isQueryOrBulk: Test = (exchange) => isQuery(exchange) || isBulk(exchange)
const isPatchOrBulk: Test = (exchange) => exchange.request.method === 'PATCH' || isBulk(exchange)

/** Keywords of RFC 7644 table 9 with the requests that they can be an answer to. */
const ROWS = [
  ['tooMany', 'RFC7644-3.12-20', 'a query', isQueryOrBulk],
  ['mutability', 'RFC7644-3.12-22', 'a change of a resource', changes],
  ['noTarget', 'RFC7644-3.12-25', 'a PATCH', isPatchOrBulk],
  ['invalidVers', 'RFC7644-3.12-27', 'a request for another version', isElsewhere],
  // AMB-080: for filters on secrets, and not all services tell a query in a URI from one in a body.
  ['sensitive', 'RFC7644-3.12-28', 'a query', isQuery],
] as const

/** Answers to single operations of a bulk request, with the method of each. */
function bulkErrors(exchange: Exchange): { method: string; scimType: Json }[] {
  const operations = member(bodyOf(exchange), 'Operations')
  return (Array.isArray(operations) ? operations : []).flatMap((operation) => {
    const error = member(operation, 'response')
    if (!isObject(error)) return []
    return [
      {
        method: String(member(operation, 'method')).toUpperCase(),
        scimType: member(error, 'scimType') ?? null,
      },
    ]
  })
}

/** What cannot be said of one operation. */
function misused(method: string, scimType: Json): boolean {
  if (scimType === 'noTarget') return method !== 'PATCH'
  if (scimType === 'mutability' || scimType === 'uniqueness') return !isChange(method)
  return scimType === 'tooMany' || scimType === 'invalidVers' || scimType === 'sensitive'
}

export default defineRule({
  id: 'wire/keyword-fits-the-request',
  title: 'The keyword of an error can be said of what was asked for',
  proves: [...ROWS.map(([, row]) => row), 'RFC7644-3.12-31'],

  judge(exchange, claim) {
    for (const { method, scimType } of bulkErrors(exchange)) {
      const detail = { what: `scimType for ${method}`, expected: 'a keyword that fits', actual: scimType }
      claim('RFC7644-3.12-31', exchange).holds(!misused(method, scimType), detail)
    }
    if ((exchange.response?.status ?? 0) < 400 || bodyOf(exchange) === undefined) return
    const actual = member(bodyOf(exchange), 'scimType') ?? null
    for (const [keyword, row, expected, fits] of ROWS) {
      const say = { what: 'scimType', expected: `${keyword} for ${expected} only`, actual }
      claim(row, exchange).holds(actual !== keyword || fits(exchange), say)
    }
  },

  counterexample: (exchange) => {
    const asked = { method: 'DELETE', path: '/Users/2819', headers: {} } as const
    const single = ROWS.map(([scimType]) =>
      answering({ ...exchange, request: asked }, { status: 400, body: { schemas: [URN.error], scimType } }),
    )
    const failed = {
      method: 'DELETE',
      status: '400',
      response: { schemas: [URN.error], scimType: 'noTarget' },
    }
    const bulk = { schemas: [URN.bulkResponse], Operations: [failed] }
    return [...single, answering(exchange, { status: 200, body: bulk })]
  },
})
