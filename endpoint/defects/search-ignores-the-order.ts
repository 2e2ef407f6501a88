import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'search-ignores-the-order',
  title: '.search passes over sortBy',
  breaks: ['RFC7644-3.4.3-12'],
  around: (request, next) => {
    const body = request.path.endsWith('/.search') ? requestBody(request) : undefined
    return body ? next({ ...request, body: JSON.stringify({ ...body, sortBy: null }) }) : next(request)
  },
})
