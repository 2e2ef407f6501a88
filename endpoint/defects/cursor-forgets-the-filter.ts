import type { JsonObject } from '#scim'
import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'cursor-forgets-the-filter',
  title: 'Pages after the first show whoever comes next, matching or not',
  breaks: ['RFC9865-2-01'],
  around: (request, next) => {
    const reply = next(request)
    if (!parameterOf(request, 'cursor') || !parameterOf(request, 'filter') || reply.status !== 200)
      return reply
    const all = next(withParameter(withParameter(request, 'filter', undefined), 'cursor', undefined))
    return rewritten(reply, (body) => ({ ...body, Resources: (all.body as JsonObject).Resources ?? [] }))
  },
})
