import { member } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'patch-capital-op-dropped',
  title: 'An operation that is spelled Add or Replace is acknowledged and not done',
  breaks: ['RFC7644-3.5.2-22'],
  because: 'INC-028',
  around: (request, next) => {
    const body = request.method === 'PATCH' ? requestBody(request) : undefined
    const operations = Array.isArray(body?.Operations) ? body.Operations : []
    const kept = operations.filter((one) => !/^[A-Z]/.test(String(member(one, 'op'))))
    if (kept.length === operations.length) return next(request)
    if (kept.length === 0) return next({ ...request, method: 'GET' })
    return next({ ...request, body: JSON.stringify({ ...body, Operations: kept }) })
  },
})
