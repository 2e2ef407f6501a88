import { isObject } from '#scim'
import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-object-becomes-text',
  title: 'An object for a text is stored as [object Object]',
  breaks: ['RFC7644-3.5.2-13', 'RFC7644-3.5.2-10'],
  kernel: (plain) => changing(plain, (operations) => operations.map(asText)),
})

function asText(operation: PatchOperation): PatchOperation {
  const isTitle = operation.path?.path.attribute === 'title'
  return isTitle && isObject(operation.value) ? { ...operation, value: String(operation.value) } : operation
}
