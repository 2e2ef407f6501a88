import { operationsIn, resultsChanged } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-tells-the-rest-as-done',
  title: 'After a stop bulk lists what it did not do with 200',
  breaks: ['RFC7644-3.7.3-06'],
  around: (request, next) => {
    const operations = operationsIn(request)
    if (!operations) return next(request)
    return resultsChanged(next(request), (results) => [
      ...results,
      ...operations.slice(results.length).map(({ method }) => ({ method: method ?? null, status: '200' })),
    ])
  },
})
