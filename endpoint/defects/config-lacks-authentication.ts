import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-lacks-authentication',
  title: '/ServiceProviderConfig says nothing of how to authenticate',
  breaks: ['RFC7643-5-19'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) =>
      Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'authenticationSchemes')),
    )
  },
})
