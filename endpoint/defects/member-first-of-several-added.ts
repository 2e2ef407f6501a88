import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'member-first-of-several-added',
  title: 'Of several members in one operation the first is added',
  breaks: ['RFC7644-3.5.2.1-06'],
  kernel: (plain) => changing(plain, (operations) => operations.map(onlyFirst)),
})

function onlyFirst(operation: PatchOperation): PatchOperation {
  const { op, path, value } = operation
  const adds = op === 'add' && path?.path.attribute === 'members' && Array.isArray(value)
  return adds ? { ...operation, value: value.slice(0, 1) } : operation
}
