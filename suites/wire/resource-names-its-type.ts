import { bodyOf, defineRule, type Facts, resourcesIn } from '#check'
import { answering, type Exchange, type JsonObject, member } from '#scim'
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

/** Names that were assumed are not the target's word. */
const names = (type: ResourceType, { described }: Facts) => described === 'target' && type.name

export default defineRule({
  id: 'wire/resource-names-its-type',
  title: 'meta.resourceType is the name of the resource type',
  proves: ['RFC7643-3-01', 'RFC7643-3.1-20', 'RFC7643-6-05'],

  judge(exchange, claim, facts) {
    for (const type of facts.resourceTypes) {
      for (const resource of shown(exchange, type)) {
        const actual = member(member(resource, 'meta'), 'resourceType')
        if (actual === undefined && isPartial(exchange)) continue
        const say = { what: 'meta.resourceType', expected: type.name, actual }
        claim('RFC7643-3-01', exchange).holds(typeof actual === 'string' && actual !== '', say)
        if (!names(type, facts)) continue
        claim('RFC7643-3.1-20', exchange).holds(actual === type.name, say)
        const known = facts.resourceTypes.map(({ name }) => name)
        claim('RFC7643-6-05', exchange).holds(known.includes(String(actual)), { ...say, expected: known })
      }
    }
  },

  counterexample: (exchange) => [
    answering(exchange, { body: { id: '2819', meta: { resourceType: 'users' } } }),
    answering(exchange, { body: { id: '2819', meta: {} } }),
  ],
})
