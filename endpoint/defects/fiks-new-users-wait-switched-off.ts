import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-new-users-wait-switched-off',
  title: 'Users stay switched off until somebody approves them by hand',
  breaks: ['fiks/F-44'],
  kernel: () => ({
    keep: (resource, model) => (model.core.id === URN.user ? { ...resource, active: false } : resource),
  }),
})
