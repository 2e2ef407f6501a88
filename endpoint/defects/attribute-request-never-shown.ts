import { defect } from '../deviation.ts'
import { redefining } from '../rewrite-values.ts'

const closed = redefining((attribute) =>
  attribute.returned === 'request' ? { ...attribute, returned: 'never' } : attribute,
)

export default defect({
  id: 'attribute-request-never-shown',
  title: 'What is returned on request is not shown on request',
  breaks: ['RFC7643-7-37'],
  kernel: (plain) => ({
    project: (resource, model, options) => plain.project(resource, closed(model), options),
  }),
})
