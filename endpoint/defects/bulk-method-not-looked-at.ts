import { operationsChanged } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-method-not-looked-at',
  title: 'Bulk takes what has no method that it knows for a DELETE',
  breaks: ['RFC7644-3.7-07'],
  around: (request, next) =>
    next(
      operationsChanged(request, (operation) =>
        ['POST', 'PUT', 'PATCH', 'DELETE'].includes(String(operation.method))
          ? operation
          : { ...operation, method: 'DELETE' },
      ),
    ),
})
