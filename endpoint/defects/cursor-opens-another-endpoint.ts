import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'cursor-opens-another-endpoint',
  title: 'A cursor over users shows users at /Groups',
  breaks: ['RFC9865-2-16'],
  around: (request, next) => {
    const reply = next(request)
    const strange =
      reply.status === 400 && parameterOf(request, 'cursor') && request.path.startsWith('/Groups?')
    return strange ? next({ ...request, path: '/Users' }) : reply
  },
})
