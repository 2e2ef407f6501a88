import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-refused-write-is-done',
  title: 'A write with an outdated version is refused and done',
  breaks: ['RFC7644-3.14-06'],
  because: 'Incident family D2',
  around: (request, next) => {
    const reply = next(request)
    const { 'if-match': _, ...headers } = request.headers
    if (reply.status === 412) next({ ...request, headers })
    return reply
  },
})
