import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'schema/ids-are-uris',
  title: 'Schemas are identified by URIs in their proper namespace',
  proves: ['RFC7643-7-07', 'RFC7643-10.2.1-01'],
  needs: { features: ['schemas'] },

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    if (resourcesIn(list).length === 0) blocked('/Schemas lists no schemas to look at')
    return { list }
  },

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
      const Resources = resourcesIn(list).map((schema) => ({ ...schema, id }))
      return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
    }),
})
