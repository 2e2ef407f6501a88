import { defect } from '../deviation.ts'

export default defect({
  id: 'me-leads-to-somebody-else',
  title: 'The Location of /Me is that of another user',
  breaks: ['RFC7644-3.11-07'],
  because: 'Incident family W9',
  around: (request, next) => {
    const reply = next(request)
    const location = reply.headers.location?.replace(/[^/]*$/, 'somebody-else') ?? ''
    return request.path === '/Me' ? { ...reply, headers: { ...reply.headers, location } } : reply
  },
})
