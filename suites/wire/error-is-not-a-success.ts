import { bodyOf, defineRule, isSuccess } from '#check'
import { answering, member, URN } from '#scim'

export default defineRule({
  id: 'wire/error-is-not-a-success',
  title: 'An error is never answered with a status of success',
  proves: ['RFC7644-3.2-17'],
  breaks: 'Success told for what was not done: incident family W11.',

  judge(exchange, claim) {
    const { response } = exchange
    if (!response || !isSuccess(exchange) || !bodyOf(exchange)) return
    const schemas = member(response.body, 'schemas')
    const isError = Array.isArray(schemas) && schemas.includes(URN.error)
    const detail = { expected: 'a status of 400 or more for an error', actual: response.status }
    claim('RFC7644-3.2-17', exchange).holds(!isError, { what: 'status', ...detail })
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { schemas: [URN.error], status: '404', detail: 'No such user' } }),
})
