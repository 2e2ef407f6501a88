import type { JsonObject } from '#scim'
import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'sort-each-page-alone',
  title: 'Each page is sorted by itself',
  breaks: ['RFC7644-3.4.2.3-03', 'RFC7644-3.4.2.4-13'],
  around: (request, next) => {
    const by = parameterOf(request, 'sortBy')
    if (by !== 'userName' || parameterOf(request, 'count') === undefined) return next(request)
    return rewritten(next(withParameter(request, 'sortBy', undefined)), (body) => {
      const page = Array.isArray(body.Resources) ? (body.Resources as JsonObject[]) : []
      const Resources = page.toSorted((a, b) => (String(a.userName) < String(b.userName) ? -1 : 1))
      return { ...body, Resources }
    })
  },
})
