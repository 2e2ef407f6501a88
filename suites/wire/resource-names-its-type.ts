import { defineRule, type Facts } from '#check'
import { answering, member } from '#scim'
import type { ResourceType } from '#scim/schema'
import { isPartial, shownAs } from './shown.part.ts'

/** Names that were assumed are not the target's word. */
const names = (type: ResourceType, { described }: Facts) => described === 'target' && type.name

export default defineRule({
  id: 'wire/resource-names-its-type',
  title: 'meta.resourceType is the name of the resource type',
  proves: ['RFC7643-3-01', 'RFC7643-3.1-20', 'RFC7643-6-05'],

  judge(exchange, claim, facts) {
    for (const { type, resource } of shownAs(exchange, facts)) {
      const actual = member(member(resource, 'meta'), 'resourceType')
      if (actual === undefined && isPartial(exchange)) continue
      const say = { what: 'meta.resourceType', expected: type.name, actual }
      claim('RFC7643-3-01', exchange).holds(typeof actual === 'string' && actual !== '', say)
      if (!names(type, facts)) continue
      claim('RFC7643-3.1-20', exchange).holds(actual === type.name, say)
      const known = facts.resourceTypes.map(({ name }) => name)
      claim('RFC7643-6-05', exchange).holds(known.includes(String(actual)), { ...say, expected: known })
    }
  },

  counterexample: (exchange) => [
    answering(exchange, { body: { id: '2819', meta: { resourceType: 'users' } } }),
    answering(exchange, { body: { id: '2819', meta: {} } }),
  ],
})
