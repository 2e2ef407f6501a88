import { defect } from '../deviation.ts'
import { redefining } from '../rewrite-values.ts'

const exact = redefining((attribute) =>
  attribute.name === 'userName' ? attribute : { ...attribute, caseExact: true },
)

export default defect({
  id: 'attribute-filters-mind-case',
  title: 'Filters mind letter case everywhere but in userName',
  breaks: ['RFC7643-7-23'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(filter, resource, exact(model)),
  }),
})
