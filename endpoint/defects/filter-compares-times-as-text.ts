import type { Schema } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-compares-times-as-text',
  title: 'Points in time are compared as texts',
  breaks: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-18'],
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(filter, resource, { ...model, core: asText(model.core) }),
  }),
})

function asText(core: Schema): Schema {
  const attributes = core.attributes.map((attribute) => ({
    ...attribute,
    subAttributes: attribute.subAttributes.map((sub) =>
      sub.type === 'dateTime' ? { ...sub, type: 'string' as const } : sub,
    ),
  }))
  return { ...core, attributes }
}
