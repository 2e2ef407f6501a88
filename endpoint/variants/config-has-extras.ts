import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'config-has-extras',
  title: '/ServiceProviderConfig has attributes that the RFC does not know',
  because: 'AMB-112',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({ ...body, securityEvents: { supported: false }, 'x-build': 17 }))
  },
})
