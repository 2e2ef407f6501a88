import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'error-status-differs',
  title: 'The status in the body of an error is always 500',
  breaks: ['RFC7644-3.12-04'],
  around: (request, next) => {
    const reply = next(request)
    return reply.status >= 400 ? rewritten(reply, (body) => ({ ...body, status: '500' })) : reply
  },
})
