import { bulkChanged, operationsIn } from '../bulk-deviation.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'bulk-stops-below-the-limit',
  title: 'Bulk stops one error before failOnErrors is reached',
  breaks: ['RFC7644-3.7.3-05'],
  around: (request, next) => {
    const limit = operationsIn(request) ? requestBody(request)?.failOnErrors : undefined
    if (typeof limit !== 'number' || limit < 2) return next(request)
    return next(bulkChanged(request, { failOnErrors: limit - 1 }))
  },
})
