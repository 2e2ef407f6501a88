import { defineRule } from '#check'
import { answering, type Exchange, header } from '#scim'
import { pathOf } from './address.part.ts'

const CONDITIONS = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if-range']
/** Below any limit that lets a service take a single resource. */
const SMALL = 8_192

const isConditional = ({ request }: Exchange) =>
  CONDITIONS.some((name) => Object.hasOwn(request.headers, name))
const isRead = (exchange: Exchange) =>
  exchange.request.method === 'GET' || pathOf(exchange).endsWith('/.search')

function sizeOf({ request }: Exchange): number {
  return (request.text ?? JSON.stringify(request.body ?? '')).length
}

/** Why this status cannot be the answer to that request; nothing where it can. */
function contradiction(exchange: Exchange, status: number): string | undefined {
  if ((status === 412 || status === 304) && !isConditional(exchange)) return 'a request without a condition'
  if (status === 409 && isRead(exchange)) return 'a request that changes nothing'
  if (status === 304 && exchange.request.method !== 'GET') return 'a request that changes something'
  return undefined
}

export default defineRule({
  id: 'wire/statuses-mean-what-they-say',
  title: 'A status is used for what RFC 7644 table 8 has it for',
  proves: ['RFC7644-3.12-07', 'RFC7644-3.12-08', 'RFC7644-3.12-09', 'RFC7644-3.12-16'],
  breaks: 'A client that trusts the status does the wrong thing next: incident family P2.',

  judge(exchange, claim) {
    const status = exchange.response?.status
    if (status === undefined) return
    const odd = contradiction(exchange, status)
    const expected = odd === undefined ? 'a status that fits the request' : `another status for ${odd}`
    claim('RFC7644-3.12-07', exchange).holds(odd === undefined, { what: 'status', expected, actual: status })
    for (const [redirect, row] of [
      [307, 'RFC7644-3.12-08'],
      [308, 'RFC7644-3.12-09'],
    ] as const) {
      const leads = status !== redirect || (header(exchange, 'location') ?? '') !== ''
      const where = { what: 'header location', expected: 'where to send the request' }
      claim(row, exchange).holds(leads, { ...where, actual: header(exchange, 'location') })
    }
    const small = sizeOf(exchange) <= SMALL && pathOf(exchange).toLowerCase() !== '/bulk'
    const size = { what: 'status', expected: 'no 413 for a body of a few bytes', actual: status }
    claim('RFC7644-3.12-16', exchange).holds(status !== 413 || !small, size)
  },

  counterexample: (exchange) => {
    const { 'if-match': _, 'if-none-match': __, ...headers } = exchange.request.headers
    const plain = { ...exchange, request: { ...exchange.request, headers } }
    return [
      answering(plain, { status: 412 }),
      answering(exchange, { status: 307, headers: { location: undefined } }),
      answering(exchange, { status: 308, headers: { location: undefined } }),
      answering(exchange, { status: 413 }),
    ]
  },
})
