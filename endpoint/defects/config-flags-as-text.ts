import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-flags-as-text',
  title: 'Features are supported with a string',
  breaks: ['RFC7643-5-10', 'RFC7643-5-15'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({
      ...body,
      patch: { supported: 'true' },
      sort: { supported: 'True' },
    }))
  },
})
