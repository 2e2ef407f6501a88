import { defineRule } from '#check'
import { answering } from '#scim'

/** First and last of each run of codes in the IANA registry of HTTP status codes. */
const REGISTERED: readonly (readonly [number, number])[] = [
  [200, 208],
  [226, 226],
  [300, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511],
]

export default defineRule({
  id: 'wire/statuses-are-registered',
  title: 'Success and failure are told by registered HTTP status codes',
  proves: ['RFC7644-3.12-01'],

  judge(exchange, claim) {
    const { response } = exchange
    if (!response) return
    const known = REGISTERED.some(([first, last]) => response.status >= first && response.status <= last)
    const detail = { what: 'status', expected: 'a registered code', actual: response.status }
    claim('RFC7644-3.12-01', exchange).holds(known, detail)
  },

  counterexample: (exchange) => answering(exchange, { status: 520 }),
})
