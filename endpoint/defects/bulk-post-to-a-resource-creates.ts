import { operationsChanged } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-post-to-a-resource-creates',
  title: 'Bulk looks at the first part of the path only: a POST to a user makes another',
  breaks: ['RFC7644-3.7-12'],
  around: (request, next) =>
    next(
      operationsChanged(request, (operation) =>
        operation.method === 'POST'
          ? { ...operation, path: String(operation.path).split('/').slice(0, 2).join('/') }
          : operation,
      ),
    ),
})
