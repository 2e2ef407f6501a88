import { defect } from '../deviation.ts'

export default defect({
  id: 'location-missing',
  title: 'A created resource is answered without Location',
  breaks: ['RFC7644-3.3-09'],
  around: (request, next) => {
    const reply = next(request)
    const { location: _, ...headers } = reply.headers
    return { ...reply, headers }
  },
})
