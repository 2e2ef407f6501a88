import { isObject } from '#scim'
import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-object-replaces-list',
  title: 'Adding one value that is not in an array replaces the others',
  breaks: ['RFC7644-3.5.2.1-06'],
  kernel: (plain) => changing(plain, (operations) => operations.map(replacing)),
})

function replacing(operation: PatchOperation): PatchOperation {
  const { op, path, value } = operation
  const isOne = op === 'add' && path?.path.attribute === 'emails' && !path.filter && isObject(value)
  return isOne ? { ...operation, op: 'replace' } : operation
}
