import { bodyOf, defineRule, reading } from '#check'
import { answering, member, URN } from '#scim'

export default defineRule({
  id: 'wire/error-status-agrees',
  title: 'An error body has the HTTP status, as a string',
  proves: ['RFC7644-3.12-04', 'RFC7644-3.2-18'],

  judge(exchange, claim) {
    const { response } = exchange
    const schemas = member(bodyOf(exchange), 'schemas')
    if (!response || !Array.isArray(schemas) || !schemas.includes(URN.error)) return
    const actual = member(response.body, 'status')
    const expected = String(response.status)
    const numeric = actual === response.status
    claim('RFC7644-3.12-04', exchange).holds(actual === expected || numeric, {
      expected,
      actual,
      pointer: '/status',
      ...(numeric ? { reading: reading('AMB-017/error-status-number', actual).reading } : {}),
    })
    const detail = { expected, actual, pointer: '/status' }
    claim('RFC7644-3.2-18', exchange).holds(String(actual) === expected, detail)
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { schemas: [URN.error], status: '299', detail: 'Something is wrong' } }),
})
