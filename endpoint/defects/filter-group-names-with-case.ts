import { URN } from '#scim'
import type { ResourceModel } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-group-names-with-case',
  title: 'Groups are found by their name in its exact letter case',
  breaks: ['RFC7644-3.4.2.2-41'],
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(filter, resource, model.core.id === URN.group ? exact(model) : model),
  }),
})

function exact(model: ResourceModel): ResourceModel {
  const attributes = model.core.attributes.map((one) => ({ ...one, caseExact: true }))
  return { ...model, core: { ...model.core, attributes } }
}
