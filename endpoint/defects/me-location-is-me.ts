import { defect } from '../deviation.ts'

export default defect({
  id: 'me-location-is-me',
  title: 'The Location of /Me is /Me',
  breaks: ['RFC7644-3.11-07'],
  around: (request, next) => {
    const reply = next(request)
    const location = reply.headers.location?.replace(/\/Users\/.*$/, '/Me') ?? ''
    return request.path === '/Me' ? { ...reply, headers: { ...reply.headers, location } } : reply
  },
})
