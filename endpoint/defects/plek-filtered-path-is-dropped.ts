import { type Json, member } from '#scim'
import { defect, requestBody } from '../deviation.ts'

const isFiltered = (operation: Json) => String(member(operation, 'path')).includes('[')

export default defect({
  id: 'plek-filtered-path-is-dropped',
  title: 'An operation whose path has a filter is passed over, and the request succeeds',
  breaks: ['plek/PL-07'],
  because: 'The help pages say that such values cannot be processed',
  around: (request, next) => {
    const body = request.method === 'PATCH' ? requestBody(request) : undefined
    if (!Array.isArray(body?.Operations) || !body.Operations.some(isFiltered)) return next(request)
    const Operations = body.Operations.filter((one) => !isFiltered(one))
    if (Operations.length > 0) return next({ ...request, body: JSON.stringify({ ...body, Operations }) })
    const { body: _, ...plain } = request
    return next({ ...plain, method: 'GET' })
  },
})
