import type { Schema } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'user-name-filter-with-case',
  title: 'A filter on userName distinguishes upper and lower case',
  breaks: ['RFC7643-4.1.1-04', 'RFC7644-3.4.2.2-41'],
  because: 'Incident family W1',
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(filter, resource, { ...model, core: withCase(model.core) }),
  }),
})

function withCase(core: Schema): Schema {
  const attributes = core.attributes.map((attribute) =>
    attribute.name === 'userName' ? { ...attribute, caseExact: true } : attribute,
  )
  return { ...core, attributes }
}
