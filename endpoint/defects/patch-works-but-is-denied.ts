import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'patch-works-but-is-denied',
  title: 'PATCH is said not to be supported, and works',
  breaks: ['RFC7644-3.12-18', 'RFC7644-3.5.2-01'],
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({ ...body, patch: { supported: false } }))
  },
})
