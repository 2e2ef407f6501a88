import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-namesake-inherits',
  title: 'A new user shows the groups of a deleted one with the same userName',
  breaks: ['RFC7643-4.1.2-22'],
  because: 'INC-021',
  kernel: (plain) => {
    const [names, groupIds, left] = [new Map<string, Json>(), new Map<Json, Json>(), new Map<Json, Json[]>()]
    return {
      dropMember: (group, id) => {
        const [name, value] = [names.get(id) ?? '', groupIds.get(group.displayName ?? '') ?? '']
        left.set(name, [...(left.get(name) ?? []), { value }])
        return plain.dropMember(group, id)
      },
      project: (resource, ...rest) => {
        const { id = '', userName, displayName = '' } = resource
        if (userName === undefined) groupIds.set(displayName, id)
        else names.set(String(id), userName)
        const groups = userName === undefined ? undefined : left.get(userName)
        const shown = plain.project(resource, ...rest)
        return groups ? { ...shown, groups } : shown
      },
    }
  },
})
