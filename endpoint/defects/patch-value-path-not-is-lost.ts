import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'patch-value-path-not-is-lost',
  title: 'not in a value path has no effect',
  breaks: ['RFC7644-3.5.2.3-08', 'RFC7644-3.5.2-09'],
  kernel: (plain) => changing(plain, (operations) => operations.map(simplified)),
})

function simplified(operation: PatchOperation): PatchOperation {
  const { path } = operation
  if (!path?.filter) return operation
  const filter = rebuildFilter(path.filter, (part) => (part.kind === 'not' ? part.filter : part))
  return { ...operation, path: { ...path, filter } }
}
