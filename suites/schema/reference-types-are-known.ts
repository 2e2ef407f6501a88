import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Json, member } from '#scim'

/** Attribute definitions of a schema, sub-attributes included, each with its path. */
function definitions(owner: Json, name: string, prefix: string): { path: string; definition: Json }[] {
  const given = member(owner, name)
  return (Array.isArray(given) ? given : []).flatMap((definition) => {
    const path = `${prefix}${String(member(definition, 'name'))}`
    return [{ path, definition }, ...definitions(definition, 'subAttributes', `${path}.`)]
  })
}

export default defineCheck({
  id: 'schema/reference-types-are-known',
  title: 'referenceTypes are resource types, "external" or "uri"',
  proves: ['RFC7643-7-45'],
  needs: { features: ['schemas', 'resourceTypes'] },

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    const some = resourcesIn(list).some((schema) => definitions(schema, 'attributes', '').length > 0)
    if (!some) blocked('/Schemas lists no attributes to look at')
    return { list }
  },

  judge({ list }, claim, { facts }) {
    // The schemas that RFC 7643 prints name User and Group, whatever a service has.
    const known = ['external', 'uri', 'user', 'group', ...facts.resourceTypes.map(({ name }) => name)]
    const lower = new Set(known.map((name) => name.toLowerCase()))
    const all = resourcesIn(list).flatMap((schema) => definitions(schema, 'attributes', ''))
    for (const { path, definition } of all) {
      const given = member(definition, 'referenceTypes') ?? []
      const odd = Array.isArray(given) ? given.find((name) => !lower.has(String(name).toLowerCase())) : given
      const detail = { what: `referenceTypes of ${path}`, expected: known, actual: odd }
      claim('RFC7643-7-45', list).holds(odd === undefined, detail)
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'photo', type: 'reference', multiValued: false, referenceTypes: ['http'] }]
    const Resources = resourcesIn(list).map((schema) => ({ ...schema, attributes }))
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
