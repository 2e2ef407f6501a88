import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Json, type JsonObject, member } from '#scim'

const namesOf = (schema: JsonObject | undefined): string[] => {
  const given = member(schema, 'attributes')
  return (Array.isArray(given) ? given : []).map((one: Json) => String(member(one, 'name')).toLowerCase())
}

export default defineCheck({
  id: 'schema/extensions-do-not-redefine',
  title: 'An extension does not define again what the core schema has',
  proves: ['RFC7643-3.3-05'],
  needs: { features: ['schemas', 'resourceTypes'] },
  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name, schema, schemaExtensions }) =>
      schemaExtensions.map((one) => ({ name: `${name} ${one.schema}`, core: schema, extension: one.schema })),
    ),

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    if (resourcesIn(list).length === 0) blocked('/Schemas lists no schemas to look at')
    return { list }
  },

  judge({ list }, claim, { of }) {
    const find = (urn: string) =>
      resourcesIn(list).find(({ id }) => String(id).toLowerCase() === urn.toLowerCase())
    const core = new Set(namesOf(find(of.core)))
    const again = namesOf(find(of.extension)).filter((name) => core.has(name))
    const detail = { what: 'attributes defined again', expected: [], actual: again }
    claim('RFC7643-3.3-05', list).holds(again.length === 0, detail)
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'title', type: 'string', multiValued: false }]
    const Resources = resourcesIn(list).map((schema) => ({ ...schema, attributes }))
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
