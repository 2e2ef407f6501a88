import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-denies-patch',
  title: '/ServiceProviderConfig says that there is no PATCH, and there is',
  breaks: ['RFC7644-3.12-18'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({ ...body, patch: { supported: false } }))
  },
})
