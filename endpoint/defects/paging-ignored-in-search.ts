import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'paging-ignored-in-search',
  title: 'A SearchRequest is answered with everything, whatever page it asks for',
  breaks: ['RFC7644-3.4.2.4-05'],
  around: (request, next) => {
    const body = requestBody(request)
    if (!body || !request.path.endsWith('/.search')) return next(request)
    const { count: _, startIndex: __, ...rest } = body
    return next({ ...request, body: JSON.stringify(rest) })
  },
})
