import { isObject } from '#scim'
import { isInPair, laterNames, operationsChanged } from '../bulk-deviation.ts'
import { withoutReferences } from '../bulk-references.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-forward-references-dropped',
  title: 'Bulk forgets a reference to what comes later, and says nothing',
  breaks: ['RFC7644-3.7-26'],
  around: (request, next) =>
    next(
      operationsChanged(request, (operation, index, all) =>
        isObject(operation.data) && !isInPair(operation, index, all)
          ? { ...operation, data: withoutReferences(operation.data, new Set(laterNames(index, all))) }
          : operation,
      ),
    ),
})
