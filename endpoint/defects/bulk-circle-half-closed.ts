import { isObject } from '#scim'
import { isInPair, laterNames, operationsChanged } from '../bulk-deviation.ts'
import { withoutReferences } from '../bulk-references.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-circle-half-closed',
  title: 'Of two groups in each other bulk makes the second a member, and not the first',
  breaks: ['RFC7644-3.7.1-01'],
  around: (request, next) =>
    next(
      operationsChanged(request, (operation, index, all) =>
        isObject(operation.data) && isInPair(operation, index, all)
          ? { ...operation, data: withoutReferences(operation.data, new Set(laterNames(index, all))) }
          : operation,
      ),
    ),
})
