import { defect } from '../deviation.ts'
import { redefining } from '../rewrite-values.ts'

const asText = redefining((attribute) =>
  attribute.type === 'binary' ? { ...attribute, type: 'string', caseExact: false } : attribute,
)

export default defect({
  id: 'attribute-binary-compared-without-case',
  title: 'Filters on bytes ignore the letter case of their base64',
  breaks: ['RFC7643-2.3.6-04'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(filter, resource, asText(model)),
  }),
})
