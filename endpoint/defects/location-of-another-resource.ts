import { defect } from '../deviation.ts'

export default defect({
  id: 'location-of-another-resource',
  title: 'Location leads to another user than the one that was made',
  breaks: ['RFC7644-3.3-09'],
  around: (request, next) => {
    const reply = next(request)
    const { location } = reply.headers
    if (reply.status !== 201 || location === undefined) return reply
    return { ...reply, headers: { ...reply.headers, location: location.replace(/[^/]*$/, 'first') } }
  },
})
