import { defect } from '../deviation.ts'

export default defect({
  id: 'error-conflict-as-412',
  title: 'A userName that is taken is answered 412, without a condition',
  breaks: ['RFC7644-3.12-07'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    return reply.status === 409 ? { ...reply, status: 412 } : reply
  },
})
