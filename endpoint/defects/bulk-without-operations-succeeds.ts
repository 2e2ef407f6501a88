import { URN } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'bulk-without-operations-succeeds',
  title: 'A bulk request without Operations is done at once',
  breaks: ['RFC7644-3.7-06'],
  around: (request, next) => {
    const reply = next(request)
    const body = request.path === '/Bulk' ? requestBody(request) : undefined
    if (!body?.schemas || body.Operations !== undefined || reply.status !== 400) return reply
    return { ...reply, status: 200, body: { schemas: [URN.bulkResponse], Operations: [] } }
  },
})
