import { isObject, type Json } from '#scim'
import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-new-primary-gives-way',
  title: 'A new primary value is stored as an ordinary one',
  breaks: ['RFC7644-3.5.2-19'],
  kernel: (plain) => changing(plain, (operations) => operations.map(humbly)),
})

function humbly(operation: PatchOperation): PatchOperation {
  const { op, value } = operation
  if (op !== 'add' || !Array.isArray(value)) return operation
  const ordinary = (item: Json) =>
    isObject(item) && item.primary === true ? { ...item, primary: false } : item
  return { ...operation, value: value.map(ordinary) }
}
