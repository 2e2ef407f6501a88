import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-claims-bulk',
  title: '/ServiceProviderConfig promises bulk, and /Bulk is not there',
  breaks: ['RFC7644-3.2-14'],
  because: 'Incident family P6',
  settings: (plain) => ({ ...plain, features: { ...plain.features, bulk: false } }),
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({
      ...body,
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1048576 },
    }))
  },
})
