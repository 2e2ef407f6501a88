import { operationsIn, resultsChanged } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-leaves-out-failures',
  title: 'Bulk lists only what succeeded',
  breaks: ['RFC7644-3.7-20', 'RFC7644-3.7.3-06'],
  around: (request, next) => {
    if (!operationsIn(request)) return next(request)
    return resultsChanged(next(request), (results) =>
      results.filter(({ status }) => String(status).startsWith('2')),
    )
  },
})
