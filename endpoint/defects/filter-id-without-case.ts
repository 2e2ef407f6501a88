import type { Schema } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-id-without-case',
  title: 'A filter on id takes upper for lower case',
  breaks: ['RFC7643-3.1-10'],
  settings: (plain) => ({ ...plain, newId: () => `u-${plain.newId()}` }),
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(filter, resource, { ...model, core: withCase(model.core) }),
  }),
})

function withCase(core: Schema): Schema {
  const attributes = core.attributes.map((attribute) =>
    attribute.name === 'id' ? { ...attribute, caseExact: false } : attribute,
  )
  return { ...core, attributes }
}
