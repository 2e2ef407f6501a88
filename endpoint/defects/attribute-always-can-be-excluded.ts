import { defect } from '../deviation.ts'
import { redefining } from '../rewrite-values.ts'

const open = redefining((attribute) =>
  attribute.returned === 'always' ? { ...attribute, returned: 'default' } : attribute,
)

export default defect({
  id: 'attribute-always-can-be-excluded',
  title: 'What is always returned can be left out',
  breaks: ['RFC7643-7-33', 'RFC7644-3.4.2.5-07'],
  kernel: (plain) => ({
    project: (resource, model, options) => plain.project(resource, open(model), options),
  }),
})
