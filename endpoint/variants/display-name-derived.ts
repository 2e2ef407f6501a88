import { member } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'display-name-derived',
  title: 'A user without displayName gets one from the name',
  because: 'RFC7644-3.3-04',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      const name = member(kept.name ?? null, 'formatted') ?? kept.userName
      return before || kept.displayName !== undefined || typeof name !== 'string'
        ? kept
        : { ...kept, displayName: name }
    },
  }),
})
