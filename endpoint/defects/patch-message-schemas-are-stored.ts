import { type Json, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-message-schemas-are-stored',
  title: 'The schemas of the PATCH message become those of the resource',
  breaks: ['RFC7644-3.5.2-15'],
  kernel: (plain) => {
    const patched = new Set<Json | undefined>()
    return {
      patch: (resource, ...rest) => {
        const after = plain.patch(resource, ...rest)
        patched.add(resource.id)
        return after
      },
      project: (resource, ...rest) => {
        const shown = plain.project(resource, ...rest)
        return patched.has(resource.id) ? { ...shown, schemas: [URN.patchOp] } : shown
      },
    }
  },
})
