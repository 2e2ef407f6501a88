import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'member-value-replaced-by-nobody',
  title: 'Replacing the value of a member removes the one and adds nobody',
  breaks: ['RFC7643-4.2-03'],
  kernel: (plain) => changing(plain, (operations) => operations.map(halfway)),
})

function halfway(operation: PatchOperation): PatchOperation {
  const { op, path } = operation
  if (op !== 'replace' || path?.path.attribute !== 'members' || !path.filter) return operation
  return { op: 'remove', path: { path: path.path, filter: path.filter } }
}
