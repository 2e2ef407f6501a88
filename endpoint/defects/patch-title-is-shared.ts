import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-title-is-shared',
  title: 'PATCH of a title changes the one record of it that all who have it share',
  breaks: ['RFC7644-3.5.2.3-02'],
  kernel: (plain) => {
    const renamed = new Map<Json, Json>()
    return {
      patch: (resource, ...rest) => {
        const patched = plain.patch(resource, ...rest)
        const [old, title] = [resource.title, patched.title]
        if (old !== undefined && title !== undefined && old !== title) renamed.set(old, title)
        return patched
      },
      project: (resource, ...rest) => {
        const shown = plain.project(resource, ...rest)
        const title = shown.title === undefined ? undefined : renamed.get(shown.title)
        return title === undefined ? shown : { ...shown, title }
      },
    }
  },
})
