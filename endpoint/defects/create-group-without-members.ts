import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'create-group-without-members',
  title: 'A new group is made without the members that came with it',
  breaks: ['RFC7643-4.2-04'],
  because: 'Bitwarden (bitwarden/server#2919)',
  kernel: () => ({
    keep: (resource, model, before) => {
      if (before || model.core.id !== URN.group) return resource
      const { members: _, ...rest } = resource
      return rest
    },
  }),
})
