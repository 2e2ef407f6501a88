import { defineRule, type Facts, reading } from '#check'
import { answering, isObject, member, URN } from '#scim'
import type { ResourceType } from '#scim/schema'
import { shownAs } from './shown.part.ts'

const lower = (text: string) => text.toLowerCase()

/** Asked for each resource of a run, and the same for all of a type. */
const known = new WeakMap<Facts, Map<ResourceType, ReadonlySet<string>>>()

/** Attributes, in lower case, that only extensions of the type define. */
function extensionNames(type: ResourceType, facts: Facts): ReadonlySet<string> {
  const byType = known.get(facts) ?? new Map<ResourceType, ReadonlySet<string>>()
  known.set(facts, byType)
  const names = byType.get(type) ?? onlyInExtensions(type, facts)
  byType.set(type, names)
  return names
}

function onlyInExtensions(type: ResourceType, { schemas }: Facts): ReadonlySet<string> {
  const namesOf = (urn: string) =>
    schemas.filter(({ id }) => lower(id) === lower(urn)).flatMap(({ attributes }) => attributes)
  const core = new Set(namesOf(type.schema).map(({ name }) => lower(name)))
  const common = ['schemas', 'id', 'externalid', 'meta']
  const extra = type.schemaExtensions.flatMap(({ schema }) => namesOf(schema)).map(({ name }) => lower(name))
  return new Set(core.size > 0 ? extra.filter((name) => !core.has(name) && !common.includes(name)) : [])
}

export default defineRule({
  id: 'wire/extensions-are-in-their-container',
  title: 'Extension attributes are in a container, core attributes are not',
  proves: ['RFC7643-3-10', 'RFC7643-3-11', 'RFC7643-3.3-07'],

  judge(exchange, claim, facts) {
    for (const { type, resource } of shownAs(exchange, facts)) {
      const foreign = extensionNames(type, facts)
      const containers = Object.keys(resource).filter(
        (name) => isObject(resource[name]) && /^urn:/i.test(name),
      )
      const schemas = member(resource, 'schemas')
      const named = Array.isArray(schemas) ? schemas.map((urn) => lower(String(urn))) : undefined
      const inCore = containers.find((name) => lower(name) === lower(type.schema))
      const outside = Object.keys(resource).find((name) => foreign.has(lower(name)))
      const unnamed = named && containers.find((name) => !named.includes(lower(name)))
      const say = (expected: string, actual?: string) => ({ what: 'member', expected, actual })
      claim('RFC7643-3-10', exchange).holds(!inCore, say('core attributes beside schemas', inCore))
      claim('RFC7643-3-11', exchange).holds(!outside, say('extension attributes in a container', outside))
      claim('RFC7643-3.3-07', exchange).holds(!outside && !inCore, {
        ...say('a container that schemas names', unnamed ?? outside ?? inCore),
        ...(unnamed ? { reading: reading('AMB-014/container-without-urn', null).reading } : {}),
      })
    }
  },

  counterexample: (exchange) => [
    answering(exchange, { body: { schemas: [URN.user], [URN.user]: { userName: 'kari' } } }),
    answering(exchange, { body: { schemas: [URN.user], department: 'Oppvekst' } }),
  ],
})
