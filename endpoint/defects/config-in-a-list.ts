import { URN } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-in-a-list',
  title: '/ServiceProviderConfig is a list with one entry',
  breaks: ['RFC7644-4-02'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({ schemas: [URN.listResponse], totalResults: 1, Resources: [body] }))
  },
})
