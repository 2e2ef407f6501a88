import type { JsonObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'search-at-the-root-knows-users-only',
  title: '.search at the root finds users only',
  breaks: ['RFC7644-3.4.2.1-02'],
  around: (request, next) => {
    if (!request.path.startsWith('/.search')) return next(request)
    return rewritten(next(request), (body) => {
      const all = Array.isArray(body.Resources) ? (body.Resources as JsonObject[]) : []
      const Resources = all.filter((one) => one.userName !== undefined)
      return { ...body, Resources, totalResults: Resources.length, itemsPerPage: Resources.length }
    })
  },
})
