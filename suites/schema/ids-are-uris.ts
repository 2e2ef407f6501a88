import { defineCheck, reading, resourcesIn } from '#check'
import { member } from '#scim'
import { everySchema, readSchemas } from './schemas.part.ts'

/** What the registry of SCIM schemas has in the namespace that only RFCs may add to. */
const REGISTERED = [
  'User',
  'Group',
  'ServiceProviderConfig',
  'ResourceType',
  'Schema',
  'Device',
  'EndpointApp',
]
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:'

/** A name of the core namespace that no RFC has given away; nothing for all other URNs. */
function squatter(id: string): string | undefined {
  if (!/^urn:ietf:params:scim:(schemas:core|api):/i.test(id)) return undefined
  return REGISTERED.some((name) => `${CORE}${name}`.toLowerCase() === id.toLowerCase()) ? undefined : id
}

export default defineCheck({
  id: 'schema/ids-are-uris',
  title: 'Schemas are identified by URIs in their proper namespace',
  proves: ['RFC7643-7-07', 'RFC7643-10.2.1-01', 'RFC7643-10.3.1-01'],
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
      const squats = squatter(String(actual)) ?? null
      // A later RFC may have added it. Of another version than 2.0, and among messages, none has.
      const newer = squats !== null && new RegExp(`^${CORE}[A-Za-z]+$`, 'i').test(squats)
      claim('RFC7643-10.3.1-01', list).holds(squats === null || newer, {
        expected: 'a schema that an RFC defines, or a URN of another namespace',
        actual: squats,
        pointer,
        ...(newer ? { reading: reading('AMB-112/newer-schema', squats).reading } : {}),
      })
      claim('RFC7643-10.2.1-01', list).holds(inPlace, { expected, actual, pointer })
    }
  },

  counterexample: ({ list }) =>
    ['User', 'urn:ietf:params:scim:core:2.0:User', 'urn:ietf:params:scim:schemas:core:3.0:Bil'].map((id) => {
      return everySchema(list, { id })
    }),
})
