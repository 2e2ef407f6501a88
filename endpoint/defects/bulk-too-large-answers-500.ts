import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'bulk-too-large-answers-500',
  title: 'A bulk request beyond its limits is answered 500',
  breaks: ['RFC7644-3.7.4-03', 'RFC7644-3.7.4-04'],
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 413) return reply
    return rewritten({ ...reply, status: 500 }, (body) => ({
      ...body,
      status: '500',
      detail: 'Internal error',
    }))
  },
})
