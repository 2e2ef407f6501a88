import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, isObject, type Json, member } from '#scim'

const listOf = (owner: Json, name: string): Json[] => {
  const given = member(owner, name)
  return Array.isArray(given) ? given : []
}

export default defineCheck({
  id: 'schema/parts-are-described-like-attributes',
  title: 'Sub-attributes are described in the same way as attributes',
  proves: ['RFC7643-7-16'],
  needs: { features: ['schemas'] },

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    if (resourcesIn(list).length === 0) blocked('/Schemas lists no schemas to look at')
    return { list }
  },

  judge({ list }, claim) {
    for (const schema of resourcesIn(list)) {
      const what = `subAttributes in ${String(member(schema, 'id'))}`
      const parts = listOf(schema, 'attributes').flatMap((attribute) => listOf(attribute, 'subAttributes'))
      const odd = parts.find((part) => !isObject(part) || typeof member(part, 'name') !== 'string')
      const expected = 'objects, each with a name'
      claim('RFC7643-7-16', list).holds(odd === undefined, { what, expected, actual: odd })
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'name', type: 'complex', subAttributes: ['givenName', 'familyName'] }]
    const Resources = resourcesIn(list).map((schema) => ({ ...schema, attributes }))
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
