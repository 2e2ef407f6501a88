import { defect } from '../deviation.ts'

export default defect({
  id: 'me-without-location',
  title: '/Me does not tell the lasting address',
  breaks: ['RFC7644-3.11-07'],
  around: (request, next) => {
    const reply = next(request)
    const { location: _, ...headers } = reply.headers
    return request.path === '/Me' ? { ...reply, headers } : reply
  },
})
