import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-claims-etags',
  title: '/ServiceProviderConfig promises entity tags, and there are none',
  breaks: ['RFC7644-3.14-02'],
  because: 'Incident family P6',
  settings: (plain) => ({ ...plain, features: { ...plain.features, etag: false } }),
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({ ...body, etag: { supported: true } }))
  },
})
