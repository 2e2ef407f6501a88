import { defineCheck, resourcesIn } from '#check'
import { type Exchange, type JsonObject, member } from '#scim'
import { attributesOf, everySchema, readSchemas } from './schemas.part.ts'

const namesOf = (schema: JsonObject | undefined): string[] =>
  attributesOf(schema).map((one) => String(member(one, 'name')).toLowerCase())

const find = (list: Exchange, urn: string) =>
  resourcesIn(list).find(({ id }) => String(id).toLowerCase() === urn.toLowerCase())

export default defineCheck({
  id: 'schema/extensions-do-not-redefine',
  title: 'An extension does not define again what the core schema has',
  proves: ['RFC7643-3.3-05'],
  needs: { features: ['schemas', 'resourceTypes'] },
  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name, schema, schemaExtensions }) =>
      schemaExtensions.map((one) => ({ name: `${name} ${one.schema}`, core: schema, extension: one.schema })),
    ),

  async act(act) {
    const seen = await readSchemas(act)
    const { core, extension } = act.of
    const lacking = [core, extension].find((urn) => namesOf(find(seen.list, String(urn))).length === 0)
    if (lacking) act.blocked(`/Schemas does not describe ${lacking}`)
    return seen
  },

  judge({ list }, claim, { of }) {
    const core = new Set(namesOf(find(list, of.core)))
    const again = namesOf(find(list, of.extension)).filter((name) => core.has(name))
    const detail = { what: 'attributes defined again', expected: [], actual: again }
    claim('RFC7643-3.3-05', list).holds(again.length === 0, detail)
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'title', type: 'string', multiValued: false }]
    return everySchema(list, { attributes })
  },
})
