import { bulkChanged, operationsIn, resultsChanged } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-works-backwards',
  title: 'Bulk does the last operation first',
  breaks: ['RFC7644-3.7-26'],
  around: (request, next) => {
    const operations = operationsIn(request)
    if (!operations) return next(request)
    const reply = next(bulkChanged(request, { Operations: operations.toReversed() }))
    return resultsChanged(reply, (results) => results.toReversed())
  },
})
