import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-refused-delete-is-done',
  title: 'A DELETE with an outdated version is answered 412 and done',
  breaks: ['RFC7644-3.12-15'],
  because: 'Incident family D2',
  around: (request, next) => {
    const reply = next(request)
    const { 'if-match': _, ...headers } = request.headers
    if (request.method === 'DELETE' && reply.status === 412) next({ ...request, headers })
    return reply
  },
})
