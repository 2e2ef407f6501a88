import type { Schema } from '#scim/schema'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-capitals-first',
  title: 'Sorting goes by code point: capital letters come first',
  breaks: ['RFC7644-3.4.2.3-10'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) =>
      plain.sort(resources, { ...model, core: exact(model.core) }, path, order),
  }),
})

function exact(core: Schema): Schema {
  return { ...core, attributes: core.attributes.map((one) => ({ ...one, caseExact: true })) }
}
