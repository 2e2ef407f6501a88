import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'error-status-with-words',
  title: 'The status in an error is "404 Not Found"',
  breaks: ['RFC7644-3.12-04'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    return reply.status >= 400
      ? rewritten(reply, (body) => ({ ...body, status: `${reply.status} Refused` }))
      : reply
  },
})
