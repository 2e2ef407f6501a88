import type { Schema } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-external-id-without-case',
  title: 'A filter on externalId takes upper for lower case',
  breaks: ['RFC7643-3.1-16'],
  because: 'A collation without case over the whole table',
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(filter, resource, { ...model, core: withCase(model.core) }),
  }),
})

function withCase(core: Schema): Schema {
  const attributes = core.attributes.map((attribute) =>
    attribute.name === 'externalId' ? { ...attribute, caseExact: false } : attribute,
  )
  return { ...core, attributes }
}
