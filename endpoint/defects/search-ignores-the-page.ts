import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'search-ignores-the-page',
  title: '.search passes over startIndex and count',
  breaks: ['RFC7644-3.4.2.4-05', 'RFC7644-3.4.3-16', 'RFC7644-3.4.3-17'],
  around: (request, next) => {
    const body = request.path.endsWith('/.search') ? requestBody(request) : undefined
    return body
      ? next({ ...request, body: JSON.stringify({ ...body, startIndex: null, count: null }) })
      : next(request)
  },
})
