import { defect } from '../deviation.ts'

export default defect({
  id: 'me-redirects-to-nowhere',
  title: '/Me redirects without saying where',
  breaks: ['RFC7644-3.12-09'],
  around: (request, next) =>
    request.path === '/Me' && request.headers.authorization !== undefined
      ? { status: 308, headers: {} }
      : next(request),
})
