import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'conflict-answers-400',
  title: 'A POST that meets a taken name is answered 400 uniqueness',
  readings: ['AMB-037/400'],
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'POST' || reply.status !== 409) return reply
    return rewritten({ ...reply, status: 400 }, (body) => ({ ...body, status: '400' }))
  },
})
