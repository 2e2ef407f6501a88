import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'config-limit-as-text',
  title: 'filter.maxResults is a string',
  breaks: ['RFC7643-5-18'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({ ...body, filter: { supported: true, maxResults: '200' } }))
  },
})
