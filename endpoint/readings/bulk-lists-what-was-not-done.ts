import { failure, operationsIn, resultsChanged } from '../bulk-deviation.ts'
import { reading } from '../deviation.ts'

export default reading({
  id: 'bulk-lists-what-was-not-done',
  title: 'After a stop bulk lists what it did not do as failed',
  readings: ['AMB-102/undone-listed'],
  around: (request, next) => {
    const operations = operationsIn(request)
    if (!operations) return next(request)
    return resultsChanged(next(request), (results) => [
      ...results,
      ...operations
        .slice(results.length)
        .map((one) => failure(one, 424, 'Not done: failOnErrors was reached')),
    ])
  },
})
