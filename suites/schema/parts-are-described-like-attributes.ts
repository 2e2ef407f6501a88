import { defineCheck, resourcesIn } from '#check'
import { isObject, member } from '#scim'
import { attributesOf, everySchema, partsOf, readSchemas } from './schemas.part.ts'

export default defineCheck({
  id: 'schema/parts-are-described-like-attributes',
  title: 'Sub-attributes are described in the same way as attributes',
  proves: ['RFC7643-7-16'],
  needs: { features: ['schemas'] },

  act: readSchemas,

  judge({ list }, claim) {
    for (const schema of resourcesIn(list)) {
      const what = `subAttributes in ${String(member(schema, 'id'))}`
      const parts = attributesOf(schema).flatMap(partsOf)
      const odd = parts.find((part) => !isObject(part) || typeof member(part, 'name') !== 'string')
      const expected = 'objects, each with a name'
      claim('RFC7643-7-16', list).holds(odd === undefined, { what, expected, actual: odd })
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'name', type: 'complex', subAttributes: ['givenName', 'familyName'] }]
    return everySchema(list, { attributes })
  },
})
