import { defect } from '../deviation.ts'
import { redefining } from '../rewrite-values.ts'

const blind = redefining((attribute) =>
  ['id', 'externalId', 'meta'].includes(attribute.name) ? attribute : { ...attribute, caseExact: false },
)

export default defect({
  id: 'attribute-filters-ignore-case',
  title: 'Filters ignore letter case everywhere but in ids',
  breaks: ['RFC7643-7-23', 'RFC7643-2.3.7-04'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(filter, resource, blind(model)),
  }),
})
