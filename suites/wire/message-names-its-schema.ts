import { bodyOf, defineRule } from '#check'
import { answering, type Exchange, type JsonObject, member, URN } from '#scim'
import { pathOf } from './address.part.ts'

/** The schema that a message has by its form, whatever it says itself. */
function formOf(exchange: Exchange, body: JsonObject): string | undefined {
  if ((exchange.response?.status ?? 0) >= 400) return URN.error
  if (pathOf(exchange).toLowerCase() === '/bulk') return URN.bulkResponse
  return Array.isArray(member(body, 'Resources')) ? URN.listResponse : undefined
}

export default defineRule({
  id: 'wire/message-names-its-schema',
  title: 'A message names its own schema and no other',
  proves: ['RFC7644-3.1-04'],

  judge(exchange, claim) {
    const body = bodyOf(exchange)
    const expected = body && formOf(exchange, body)
    const schemas = member(body, 'schemas')
    // Without any schemas an answer is perhaps no message at all: other rules look at that.
    if (expected === undefined || schemas === undefined) return
    const ok = Array.isArray(schemas) && schemas.length === 1 && schemas[0] === expected
    claim('RFC7644-3.1-04', exchange).holds(ok, {
      expected: [expected],
      actual: schemas,
      pointer: '/schemas',
    })
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { ...bodyOf(exchange), schemas: ['urn:scim:schemas:core:1.0'] } }),
})
