import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-last-one-still-shown',
  title: 'A user who left the last group goes on showing it: an empty list is not written',
  breaks: ['RFC7643-4.1.2-22'],
  because: 'Teleport (gravitational/teleport#66215)',
  kernel: (plain) => {
    const last = new Map<Json | undefined, Json>()
    return {
      project: (resource, ...rest) => {
        const shown = plain.project(resource, ...rest)
        if (Array.isArray(shown.groups) && shown.groups.length > 0) last.set(resource.id, shown.groups)
        const isOut = !Array.isArray(resource.groups) || resource.groups.length === 0
        const groups = isOut ? last.get(resource.id) : undefined
        return groups === undefined ? shown : { ...shown, groups }
      },
    }
  },
})
