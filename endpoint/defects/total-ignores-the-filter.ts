import type { JsonObject } from '#scim'
import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'total-ignores-the-filter',
  title: 'totalResults counts all resources, matching or not',
  breaks: ['RFC7644-3.4.2-06'],
  because: 'Importers ask for pages that are not there',
  around: (request, next) => {
    const reply = next(request)
    if (parameterOf(request, 'filter') === undefined || reply.status !== 200) return reply
    const all = next(withParameter(request, 'filter', undefined)).body as JsonObject
    return rewritten(reply, (body) => ({ ...body, totalResults: all.totalResults ?? 0 }))
  },
})
