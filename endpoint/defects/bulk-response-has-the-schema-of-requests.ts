import { URN } from '#scim'
import { operationsIn } from '../bulk-deviation.ts'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'bulk-response-has-the-schema-of-requests',
  title: 'The answer to a bulk request says that it is a BulkRequest',
  breaks: ['RFC7644-3.7-03'],
  around: (request, next) => {
    const reply = next(request)
    const isDone = operationsIn(request) !== undefined && reply.status === 200
    return isDone ? rewritten(reply, (body) => ({ ...body, schemas: [URN.bulkRequest] })) : reply
  },
})
