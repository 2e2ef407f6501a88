import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Json, member } from '#scim'

const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex']

/** Attribute definitions of a schema, sub-attributes included, each with its path. */
function definitions(owner: Json, name: string, prefix: string): { path: string; definition: Json }[] {
  const given = member(owner, name)
  return (Array.isArray(given) ? given : []).flatMap((definition) => {
    const path = `${prefix}${String(member(definition, 'name'))}`
    return [{ path, definition }, ...definitions(definition, 'subAttributes', `${path}.`)]
  })
}

export default defineCheck({
  id: 'schema/attribute-types-are-known',
  title: 'Attributes in /Schemas have a type of RFC 7643',
  proves: ['RFC7643-7-14', 'RFC7643-2.3-01'],
  needs: { features: ['schemas'] },

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    const some = resourcesIn(list).some((schema) => definitions(schema, 'attributes', '').length > 0)
    if (!some) blocked('/Schemas lists no attributes to look at')
    return { list }
  },

  judge({ list }, claim) {
    const lower = TYPES.map((type) => type.toLowerCase())
    const all = resourcesIn(list).flatMap((schema) => definitions(schema, 'attributes', ''))
    for (const { path, definition } of all) {
      // Without a type it is a string (RFC7643-2.2-07).
      const actual = member(definition, 'type') ?? 'string'
      const say = { what: `type of ${path}`, expected: TYPES, actual }
      claim('RFC7643-7-14', list).holds(lower.includes(String(actual).toLowerCase()), say)
      claim('RFC7643-2.3-01', list).holds(TYPES.includes(String(actual)), say)
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'shoeSize', type: 'number', multiValued: false }]
    const Resources = resourcesIn(list).map((schema) => ({ ...schema, attributes }))
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
