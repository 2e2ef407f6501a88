import { member, URN } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'bulk-stores-nothing',
  title: 'Bulk reports success for every operation and stores nothing',
  breaks: ['RFC7644-3.7.3-03'],
  because: 'Incident family P8',
  around: (request, next) => {
    const operations = request.path === '/Bulk' ? requestBody(request)?.Operations : undefined
    const allowed = next({ ...request, method: 'GET', path: '/ResourceTypes' }).status === 200
    if (!Array.isArray(operations) || !allowed) return next(request)
    const results = operations.map((operation, index) => ({
      method: member(operation, 'method') ?? null,
      bulkId: member(operation, 'bulkId') ?? null,
      location: `/Users/stored-${index}`,
      status: '201',
    }))
    return {
      status: 200,
      headers: { 'content-type': 'application/scim+json' },
      body: { schemas: [URN.bulkResponse], Operations: results },
    }
  },
})
