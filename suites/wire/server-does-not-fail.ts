import { bodyOf, defineRule } from '#check'
import { answering, member } from '#scim'
import { isElsewhere } from './address.part.ts'

export default defineRule({
  id: 'wire/server-does-not-fail',
  title: 'No request makes the service fail; if it does, it says how',
  proves: ['RFC7644-3.12-17', 'RFC7644-3.12-35'],
  breaks: 'Entra: retries 5xx at every cycle (ENT-181); incident family P2.',

  judge(exchange, claim) {
    const { response } = exchange
    if (!response || isElsewhere(exchange)) return
    // 501 says "not supported", 503 "come back later".
    const failed = response.status >= 500 && response.status !== 501 && response.status !== 503
    const expected = 'a status below 500'
    claim('RFC7644-3.12-17', exchange).holds(!failed, { what: 'status', expected, actual: response.status })
    const detail = member(bodyOf(exchange), 'detail')
    const tells = typeof detail === 'string' && detail.trim() !== ''
    claim('RFC7644-3.12-35', exchange).holds(response.status !== 500 || tells, {
      expected: 'advice for whoever looks into it',
      actual: detail,
      pointer: '/detail',
    })
  },

  counterexample: (exchange) => answering(exchange, { status: 500, body: undefined }),
})
