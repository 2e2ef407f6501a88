import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'search-ignores-the-filter',
  title: '.search passes over its filter',
  breaks: ['RFC7644-3.4.3-10'],
  around: (request, next) => {
    const body = request.path.endsWith('/.search') ? requestBody(request) : undefined
    return body ? next({ ...request, body: JSON.stringify({ ...body, filter: null }) }) : next(request)
  },
})
