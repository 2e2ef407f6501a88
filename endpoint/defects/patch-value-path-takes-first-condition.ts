import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'patch-value-path-takes-first-condition',
  title: 'Of several conditions in a value path the first alone counts',
  breaks: ['RFC7644-3.5.2.3-08', 'RFC7644-3.5.2-09'],
  because: 'INC-001',
  kernel: (plain) => changing(plain, (operations) => operations.map(simplified)),
})

function simplified(operation: PatchOperation): PatchOperation {
  const { path } = operation
  if (!path?.filter) return operation
  const filter = rebuildFilter(path.filter, (part) =>
    part.kind === 'and' || part.kind === 'or' ? part.left : part,
  )
  return { ...operation, path: { ...path, filter } }
}
