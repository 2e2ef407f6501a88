import { eachResult } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-ids-not-echoed',
  title: 'Bulk results do not say whose they are',
  breaks: ['RFC7644-3.7-24'],
  around: (request, next) => eachResult(request, next, ({ bulkId: _, ...result }) => result),
})
