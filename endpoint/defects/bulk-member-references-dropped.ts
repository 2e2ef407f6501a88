import { isObject } from '#scim'
import { operationsChanged } from '../bulk-deviation.ts'
import { withoutReferences } from '../bulk-references.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-member-references-dropped',
  title: 'Members that a bulk request names by bulkId are left out of their group',
  breaks: ['RFC7644-3.7.2-02'],
  because: 'Incident family P8',
  around: (request, next) =>
    next(
      operationsChanged(request, (operation, _, all) => {
        const names = new Set(all.map(({ bulkId }) => String(bulkId)))
        return isObject(operation.data)
          ? { ...operation, data: withoutReferences(operation.data, names) }
          : operation
      }),
    ),
})
