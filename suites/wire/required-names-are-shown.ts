import { bodyOf, defineRule, resourcesIn } from '#check'
import { answering, type Exchange, type JsonObject, member, URN } from '#scim'
import type { ResourceType } from '#scim/schema'

/** Resources that were shown at the endpoint of this type. */
function shown(exchange: Exchange, { endpoint }: ResourceType): JsonObject[] {
  const path = exchange.request.path.split('?', 1)[0] ?? ''
  const body = Math.trunc((exchange.response?.status ?? 0) / 100) === 2 ? bodyOf(exchange) : undefined
  if (!body || !`${path}/`.startsWith(`${endpoint}/`)) return []
  const isList = Object.hasOwn(body, 'totalResults') || Object.hasOwn(body, 'Resources')
  return isList ? resourcesIn(exchange) : [body]
}

const isPartial = ({ request }: Exchange) =>
  /[?&](excludedA|a)ttributes=/i.test(request.path) ||
  ['attributes', 'excludedAttributes'].some((name) => member(request.body, name) !== undefined)

const FOREIGN = 'urn:scim-test:not-made-by-this-run'
const REQUIRED = [
  { row: 'RFC7643-4.1.1-01', schema: URN.user, name: 'userName' },
  { row: 'RFC7643-4.2-01', schema: URN.group, name: 'displayName' },
] as const

export default defineRule({
  id: 'wire/required-names-are-shown',
  title: 'Every User has a userName and every Group a displayName',
  proves: ['RFC7643-4.1.1-01', 'RFC7643-4.2-01'],

  judge(exchange, claim, { resourceTypes }) {
    if (isPartial(exchange)) return
    for (const type of resourceTypes) {
      const rule = REQUIRED.find(({ schema }) => schema === type.schema)
      for (const resource of rule ? shown(exchange, type) : []) {
        if (!rule || member(resource, FOREIGN) !== undefined) continue
        const actual = member(resource, rule.name)
        const given = typeof actual === 'string' && actual !== ''
        claim(rule.row, exchange).holds(given, { what: rule.name, expected: 'a string', actual })
      }
    }
  },

  counterexample: (exchange) => answering(exchange, { body: { id: '2819', userName: '', displayName: '' } }),
})
