import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'cursor-ignored-in-search',
  title: 'A SearchRequest with a cursor is paged by index',
  breaks: ['RFC9865-3-01'],
  around: (request, next) => {
    const body = requestBody(request)
    if (!body || !request.path.endsWith('/.search')) return next(request)
    const { cursor: _, ...rest } = body
    return next({ ...request, body: JSON.stringify(rest) })
  },
})
