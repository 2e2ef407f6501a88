import { operationsChanged } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-refuses-every-version',
  title: 'Bulk compares a version with a tag in another form, and so none is current',
  breaks: ['RFC7644-3.7.3-03'],
  around: (request, next) =>
    next(
      operationsChanged(request, (operation) =>
        operation.version === undefined ? operation : { ...operation, version: '"%22"' },
      ),
    ),
})
