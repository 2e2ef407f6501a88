import { defect } from '../deviation.ts'

export default defect({
  id: 'excluded-attributes-ignored',
  title: 'excludedAttributes has no effect',
  breaks: ['RFC7644-3.4.2.5-06', 'RFC7644-3.9-08'],
  because: 'Incident family D1',
  kernel: (plain) => ({
    project: (resource, model, { excludedAttributes: _, ...options }) =>
      plain.project(resource, model, options),
  }),
})
