import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member, URN } from '#scim'

const META = [URN.serviceProviderConfig, URN.resourceType, URN.schema]

export default defineCheck({
  id: 'schema/schemas-are-listed',
  title: '/Schemas is a ListResponse with the schemas of all resource types',
  proves: ['RFC7644-4-04', 'RFC7644-4-09'],
  needs: { features: ['schemas'] },
  breaks: 'Discovery documents that cannot be read: incident family P6.',

  act: async ({ send }) => ({ list: await send(get('/Schemas')) }),

  judge({ list }, claim, { facts }) {
    const found = resourcesIn(list)
    const schemas = member(bodyOf(list), 'schemas')
    const named = Array.isArray(schemas) && schemas.includes(URN.listResponse)
    claim('RFC7644-4-09', list).holds(named, { expected: [URN.listResponse], actual: schemas ?? null })
    const total = member(bodyOf(list), 'totalResults')
    claim('RFC7644-4-04', list)
      .status(200)
      .holds(total === found.length, { expected: found.length, actual: total, pointer: '/totalResults' })
    const known = found.map((schema) => String(member(schema, 'id')).toLowerCase())
    const unlisted = META.filter((urn) => !known.includes(urn.toLowerCase()))
    // Whether discovery describes itself as well is open: its schemas are used in resources, of a kind.
    if (found.length > 0 && unlisted.length > 0)
      claim('RFC7644-4-04', list).holds(true, {
        what: 'schemas of discovery that are missing',
        expected: [],
        actual: unlisted,
        reading: 'AMB-006/meta-schemas-absent',
      })
    if (!facts.features.resourceTypes.offered) return
    const used = facts.resourceTypes.flatMap(({ schema, schemaExtensions }) => [
      schema,
      ...schemaExtensions.map((extension) => extension.schema),
    ])
    const missing = used.filter((urn) => !known.includes(urn.toLowerCase()))
    const detail = { what: 'schemas that are missing', expected: [], actual: missing }
    claim('RFC7644-4-04', list).holds(missing.length === 0, detail)
  },

  counterexample: ({ list }) => [
    { list: answering(list, { body: resourcesIn(list) }) },
    { list: answering(list, { body: { schemas: [URN.listResponse], totalResults: 0, Resources: [] } }) },
  ],
})
