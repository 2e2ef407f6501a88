import { defineRule, type Facts } from '#check'
import { answering, member } from '#scim'
import type { ResourceType } from '#scim/schema'
import { shownAs } from './shown.part.ts'

/** Extensions that only a configuration knows of are not the target's word. */
const isDeclared = (urn: string, { schema, schemaExtensions }: ResourceType, facts: Facts) =>
  facts.described !== 'target' ||
  [schema, ...schemaExtensions.map((extension) => extension.schema)].some(
    (known) => known.toLowerCase() === urn.toLowerCase(),
  )

export default defineRule({
  id: 'wire/schemas-fit-the-resource-type',
  title: 'schemas holds the base schema and declared extensions, each once',
  proves: ['RFC7643-3.3-03', 'RFC7643-3-06', 'RFC7643-3-07', 'RFC7643-3-04'],

  judge(exchange, claim, facts) {
    for (const { type, resource } of shownAs(exchange, facts)) {
      const actual = member(resource, 'schemas')
      if (!Array.isArray(actual) || actual.length === 0) continue
      const urns = actual.map((urn) => String(urn).toLowerCase())
      const say = (expected: string) => ({ what: 'schemas', expected, actual })
      const declared = actual.every((urn) => isDeclared(String(urn), type, facts))
      const absolute = actual.every((urn) => typeof urn === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(urn))
      claim('RFC7643-3.3-03', exchange).holds(urns.includes(type.schema.toLowerCase()), say(type.schema))
      claim('RFC7643-3-06', exchange).holds(declared, say(`schemas of ${type.name} in /ResourceTypes`))
      claim('RFC7643-3-07', exchange).holds(new Set(urns).size === urns.length, say('each URI once'))
      claim('RFC7643-3-04', exchange).holds(absolute, say('URIs'))
    }
  },

  counterexample: (exchange) => {
    const schemas = ['Person', 'Person']
    return answering(exchange, { body: { totalResults: 1, Resources: [{ id: '2819', schemas }] } })
  },
})
