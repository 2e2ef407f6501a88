import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-token-shown-in-a-header',
  title: 'A header left over from debugging repeats the token',
  breaks: ['fiks/F-16'],
  around: (request, next) => {
    const reply = next(request)
    const { authorization } = request.headers
    return authorization ? { ...reply, headers: { ...reply.headers, 'x-debug-auth': authorization } } : reply
  },
})
