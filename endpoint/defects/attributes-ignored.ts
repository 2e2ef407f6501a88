import { defect } from '../deviation.ts'

export default defect({
  id: 'attributes-ignored',
  title: 'attributes has no effect',
  breaks: ['RFC7644-3.4.2.5-04', 'RFC7644-3.9-05'],
  kernel: (plain) => ({
    project: (resource, model, { attributes: _, ...options }) => plain.project(resource, model, options),
  }),
})
