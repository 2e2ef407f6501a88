import type { Json, JsonObject } from '#scim'
import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'page-sorted-by-itself',
  title: 'sortBy orders each page, not the whole',
  breaks: ['RFC7644-3.4.2.3-03'],
  around: (request, next) => {
    if (parameterOf(request, 'sortBy') !== 'userName') return next(request)
    return rewritten(next(withParameter(request, 'sortBy', undefined)), (body) => {
      if (!Array.isArray(body.Resources)) return body
      const nameOf = (one: Json) => String((one as JsonObject).userName).toLowerCase()
      return { ...body, Resources: [...body.Resources].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) }
    })
  },
})
