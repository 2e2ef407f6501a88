import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'plek-account-stays-off',
  title: 'An account that was switched off is not switched on again',
  breaks: ['plek/PL-09'],
  kernel: () => ({
    keep: (resource, model, before) =>
      model.core.id === URN.user && before?.active === false ? { ...resource, active: false } : resource,
  }),
})
