import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member, URN } from '#scim'

const META: readonly string[] = [URN.serviceProviderConfig, URN.resourceType, URN.schema]

export default defineCheck({
  id: 'schema/entries-name-their-schema',
  title: 'Schema resources have schemas and meta like all resources',
  proves: ['RFC7643-8.7.2-02'],
  needs: { features: ['schemas'] },

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    if (resourcesIn(list).length === 0) blocked('/Schemas lists no schemas to look at')
    return { list }
  },

  judge({ list }, claim) {
    for (const schema of resourcesIn(list)) {
      const id = member(schema, 'id') ?? ''
      const schemas = member(schema, 'schemas')
      const type = member(member(schema, 'meta'), 'resourceType')
      // RFC 7643 prints them without schemas, three without meta: what was copied from there passes (AMB-003).
      const named = schemas === undefined || (Array.isArray(schemas) && schemas.includes(URN.schema))
      const typed = type === 'Schema' || (type === undefined && META.includes(String(id)))
      claim('RFC7643-8.7.2-02', list)
        .holds(named, { what: `schemas of ${String(id)}`, expected: [URN.schema], actual: schemas })
        .holds(typed, { what: `meta.resourceType of ${String(id)}`, expected: 'Schema', actual: type })
    }
  },

  counterexample: ({ list }) => {
    const Resources = resourcesIn(list).map((schema) => ({ ...schema, schemas: [URN.user], meta: {} }))
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
