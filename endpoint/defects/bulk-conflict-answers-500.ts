import { eachResult, failure } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-conflict-answers-500',
  title: 'A taken name in bulk is a fault of the service',
  breaks: ['RFC7644-3.7.3-03'],
  around: (request, next) =>
    eachResult(request, next, (result, operation) =>
      result.status === '409' ? failure(operation, 500, 'Duplicate key') : result,
    ),
})
