import { bulkChanged, operationsIn } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-ignores-fail-on-errors',
  title: 'Bulk goes on after as many errors as there are',
  breaks: ['RFC7644-3.7-22'],
  around: (request, next) =>
    next(operationsIn(request) ? bulkChanged(request, { failOnErrors: 1000 }) : request),
})
