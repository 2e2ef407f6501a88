import { URN } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'bulk-malformed-answers-200',
  title: 'A bulk request that is no JSON is answered 200 with no results',
  breaks: ['RFC7644-3.7-19'],
  around: (request, next) => {
    const reply = next(request)
    const isUnread = request.path === '/Bulk' && !requestBody(request) && reply.status === 400
    return isUnread ? { ...reply, status: 200, body: { schemas: [URN.bulkResponse], Operations: [] } } : reply
  },
})
