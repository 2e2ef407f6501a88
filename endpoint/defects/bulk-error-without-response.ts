import { eachResult } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-error-without-response',
  title: 'A failed bulk operation has a status and no error',
  breaks: ['RFC7644-3.7-15'],
  around: (request, next) => eachResult(request, next, ({ response: _, ...result }) => result),
})
