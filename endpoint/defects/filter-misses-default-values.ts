import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-misses-default-values',
  title: 'A default shows in answers, and no filter finds it',
  breaks: ['RFC7644-3.4.2.2-38'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const isUser = model.core.id === URN.user
      const filled = isUser && resource.active === undefined ? { ...resource, active: true } : resource
      return plain.project(filled, model, options)
    },
  }),
})
