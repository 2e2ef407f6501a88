import { defineCheck, resourcesIn } from '#check'
import { member } from '#scim'
import { everySchema, readSchemas } from './schemas.part.ts'

export default defineCheck({
  id: 'schema/ids-are-uris',
  title: 'Schemas are identified by URIs in their proper namespace',
  proves: ['RFC7643-7-07', 'RFC7643-10.2.1-01'],
  needs: { features: ['schemas'] },

  act: readSchemas,

  judge({ list }, claim) {
    for (const [index, schema] of resourcesIn(list).entries()) {
      const actual = member(schema, 'id')
      const pointer = `/Resources/${index}/id`
      const isUri = typeof actual === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(actual)
      const inPlace = !/^urn:ietf:params:scim:(?!(schemas|api):)/i.test(String(actual))
      const expected = 'urn:ietf:params:scim:schemas:… for a URN of the IETF'
      claim('RFC7643-7-07', list).holds(isUri, { expected: 'a URI', actual, pointer })
      claim('RFC7643-10.2.1-01', list).holds(inPlace, { expected, actual, pointer })
    }
  },

  counterexample: ({ list }) =>
    ['User', 'urn:ietf:params:scim:core:2.0:User'].map((id) => {
      return everySchema(list, { id })
    }),
})
