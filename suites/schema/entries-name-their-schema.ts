import { defineCheck, resourcesIn } from '#check'
import { member, URN } from '#scim'
import { everySchema, readSchemas } from './schemas.part.ts'

const META: readonly string[] = [URN.serviceProviderConfig, URN.resourceType, URN.schema]

export default defineCheck({
  id: 'schema/entries-name-their-schema',
  title: 'Schema resources have schemas and meta like all resources',
  proves: ['RFC7643-8.7.2-02'],
  needs: { features: ['schemas'] },

  act: readSchemas,

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
    return everySchema(list, { schemas: [URN.user], meta: {} })
  },
})
