import { bulkChanged, operationsIn } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'
import { HONEST } from '../settings.ts'

export default defect({
  id: 'bulk-takes-one-operation-too-many',
  title: 'maxOperations is checked one too high',
  breaks: ['RFC7644-3.7.4-03'],
  around: (request, next) => {
    const operations = operationsIn(request)
    const isOneMore = operations?.length === HONEST.maxOperations + 1
    return next(isOneMore ? bulkChanged(request, { Operations: operations.slice(1) }) : request)
  },
})
