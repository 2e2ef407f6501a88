import { defect } from '../deviation.ts'
import { redefining } from '../rewrite-values.ts'

const open = redefining((attribute) =>
  attribute.returned === 'request' ? { ...attribute, returned: 'default' } : attribute,
)

export default defect({
  id: 'attribute-request-always-shown',
  title: 'What is returned on request is shown to everybody',
  breaks: ['RFC7643-7-37'],
  kernel: (plain) => ({
    project: (resource, model, options) => plain.project(resource, open(model), options),
  }),
})
