import { type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-left-still-shown',
  title: 'A user goes on showing groups that it has left',
  breaks: ['RFC7643-4.1.2-22'],
  because: 'INC-016',
  kernel: (plain) => {
    const known = new Map<Json | undefined, Map<Json | undefined, Json>>()
    return {
      project: (resource, ...rest) => {
        const shown = plain.project(resource, ...rest)
        const groups = known.get(resource.id) ?? new Map()
        for (const one of Array.isArray(shown.groups) ? shown.groups : [])
          groups.set(member(one, 'value'), one)
        known.set(resource.id, groups)
        return groups.size > 0 ? { ...shown, groups: [...groups.values()] } : shown
      },
    }
  },
})
