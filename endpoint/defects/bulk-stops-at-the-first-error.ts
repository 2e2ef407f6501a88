import { bulkChanged, operationsIn } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-stops-at-the-first-error',
  title: 'Bulk does nothing more after an error, whatever the limit of errors',
  breaks: ['RFC7644-3.7-20', 'RFC7644-3.7.3-05'],
  around: (request, next) =>
    next(operationsIn(request) ? bulkChanged(request, { failOnErrors: 1 }) : request),
})
