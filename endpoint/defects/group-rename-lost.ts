import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-rename-lost',
  title: 'A PATCH of displayName leaves the group its old name',
  breaks: ['RFC7644-3.5.2.3-02', 'fiks/F-60'],
  because: 'Incident family W7',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const patched = plain.patch(resource, operations, model, options)
      return model.type.name === 'Group' ? { ...patched, displayName: resource.displayName as Json } : patched
    },
  }),
})
