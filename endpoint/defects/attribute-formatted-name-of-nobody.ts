import { isObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-formatted-name-of-nobody',
  title: 'The formatted name of everybody is a placeholder',
  breaks: ['RFC7643-4.1.1-08'],
  kernel: () => ({
    keep: (resource) =>
      isObject(resource.name) ? { ...resource, name: { ...resource.name, formatted: 'N. N.' } } : resource,
  }),
})
