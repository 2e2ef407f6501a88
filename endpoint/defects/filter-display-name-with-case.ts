import { URN } from '#scim'
import type { Schema } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-display-name-with-case',
  title: 'A filter on displayName distinguishes upper and lower case',
  breaks: ['RFC7644-3.4.2.2-41'],
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(
        filter,
        resource,
        model.core.id === URN.user ? { ...model, core: withCase(model.core) } : model,
      ),
  }),
})

function withCase(core: Schema): Schema {
  const attributes = core.attributes.map((attribute) =>
    attribute.name === 'displayName' ? { ...attribute, caseExact: true } : attribute,
  )
  return { ...core, attributes }
}
