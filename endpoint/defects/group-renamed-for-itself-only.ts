import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-renamed-for-itself-only',
  title: 'The groups of a user keep the names they had at first',
  breaks: ['RFC7643-4.1.2-22'],
  because: 'Incident family W7',
  kernel: (plain) => {
    const names = new Map<Json | undefined, Json | undefined>()
    const nameOf = (group: JsonObject) => {
      if (!names.has(group.value)) names.set(group.value, group.display)
      return names.get(group.value) ?? null
    }
    return {
      project: (resource, ...rest) => {
        const shown = plain.project(resource, ...rest)
        if (!Array.isArray(shown.groups)) return shown
        const groups = shown.groups.map((one) => (isObject(one) ? { ...one, display: nameOf(one) } : one))
        return { ...shown, groups }
      },
    }
  },
})
