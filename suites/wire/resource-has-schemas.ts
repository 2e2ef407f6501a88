import { bodyOf, defineRule, type Facts, reading, resourcesIn } from '#check'
import { answering, type Exchange, type Json, type JsonObject, member } from '#scim'

/** Resources that were shown at an endpoint which the target describes. */
function shown(exchange: Exchange, { resourceTypes }: Facts): JsonObject[] {
  const path = exchange.request.path.split('?', 1)[0] ?? ''
  const body = Math.trunc((exchange.response?.status ?? 0) / 100) === 2 ? bodyOf(exchange) : undefined
  if (!body || !resourceTypes.some(({ endpoint }) => `${path}/`.startsWith(`${endpoint}/`))) return []
  const isList = Object.hasOwn(body, 'totalResults') || Object.hasOwn(body, 'Resources')
  return isList ? resourcesIn(exchange) : [body]
}

/** Cut down by `attributes` or `excludedAttributes`. */
const isPartial = ({ request }: Exchange) =>
  /[?&](excludedA|a)ttributes=/i.test(request.path) ||
  ['attributes', 'excludedAttributes'].some((name) => member(request.body, name) !== undefined)

const isNonEmpty = (value: Json | undefined) =>
  Array.isArray(value) && value.length > 0 && value.every((urn) => typeof urn === 'string')

export default defineRule({
  id: 'wire/resource-has-schemas',
  title: 'Every resource names at least one schema',
  proves: ['RFC7643-2.1-01', 'RFC7643-3-05', 'RFC7644-3.1-02'],

  judge(exchange, claim, facts) {
    for (const resource of shown(exchange, facts)) {
      const actual = member(resource, 'schemas')
      const excused = actual === undefined && isPartial(exchange)
      for (const row of ['RFC7643-2.1-01', 'RFC7643-3-05', 'RFC7644-3.1-02'] as const) {
        claim(row, exchange).holds(excused || isNonEmpty(actual), {
          what: `schemas of ${String(member(resource, 'id'))}`,
          expected: 'an array of URIs',
          actual,
          ...(excused ? { reading: reading('AMB-013/schemas-absent-when-projected', null).reading } : {}),
        })
      }
    }
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { totalResults: 1, Resources: [{ id: '2819', schemas: [] }] } }),
})
