import { URN } from '#scim'
import { isUnassigned } from '#scim/resource'
import { variant } from '../deviation.ts'

export default variant({
  id: 'filter-finds-defaults',
  title: 'Users are active where nothing is said, and filters know',
  because: 'AMB-077',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      return model.core.id === URN.user && isUnassigned(kept.active) ? { ...kept, active: true } : kept
    },
  }),
})
