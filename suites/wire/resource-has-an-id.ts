import { bodyOf, defineRule, type Facts, resourcesIn } from '#check'
import { answering, type Exchange, type JsonObject, member } from '#scim'

/** Resources that were shown at an endpoint which the target describes. */
function shown(exchange: Exchange, { resourceTypes }: Facts): JsonObject[] {
  const path = exchange.request.path.split('?', 1)[0] ?? ''
  const body = Math.trunc((exchange.response?.status ?? 0) / 100) === 2 ? bodyOf(exchange) : undefined
  if (!body || !resourceTypes.some(({ endpoint }) => `${path}/`.startsWith(`${endpoint}/`))) return []
  const isList = Object.hasOwn(body, 'totalResults') || Object.hasOwn(body, 'Resources')
  return isList ? resourcesIn(exchange) : [body]
}

export default defineRule({
  id: 'wire/resource-has-an-id',
  title: 'Every resource has an id, whatever was asked for',
  proves: ['RFC7643-3.1-05', 'RFC7643-3.1-09'],

  judge(exchange, claim, facts) {
    for (const resource of shown(exchange, facts)) {
      const actual = member(resource, 'id')
      const given = typeof actual === 'string' && actual !== ''
      claim('RFC7643-3.1-05', exchange).holds(given, { what: 'id', expected: 'a string', actual })
      const free = !/bulkid/i.test(String(actual))
      claim('RFC7643-3.1-09', exchange).holds(free, { what: 'id', expected: 'no "bulkId" in it', actual })
    }
  },

  counterexample: (exchange) => [
    answering(exchange, { body: { totalResults: 1, Resources: [{ id: 2819 }] } }),
    answering(exchange, { body: { totalResults: 1, Resources: [{ id: 'bulkId:qwerty' }] } }),
  ],
})
