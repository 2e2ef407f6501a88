import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-sub-removal-takes-the-element',
  title: 'Removing a sub-attribute of an element removes the element',
  breaks: ['RFC7644-3.5.2.2-07'],
  kernel: (plain) => changing(plain, (operations) => operations.map(coarsely)),
})

function coarsely(operation: PatchOperation): PatchOperation {
  const { op, path } = operation
  if (op !== 'remove' || !path?.filter) return operation
  return { ...operation, path: { path: path.path, filter: path.filter } }
}
