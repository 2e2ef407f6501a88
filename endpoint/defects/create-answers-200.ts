import { defect } from '../deviation.ts'

export default defect({
  id: 'create-answers-200',
  title: 'A created resource is answered 200',
  breaks: ['RFC7644-3.3-07'],
  around: (request, next) => {
    const reply = next(request)
    return reply.status === 201 ? { ...reply, status: 200 } : reply
  },
})
