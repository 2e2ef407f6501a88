import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-denies-bulk',
  title: '/ServiceProviderConfig says that there is no bulk, and there is',
  breaks: ['RFC7644-3.12-18'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({
      ...body,
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    }))
  },
})
