import { isObject } from '#scim'
import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-dotted-names-dropped',
  title: 'Names with a dot in a value without path are left out',
  breaks: ['RFC7644-3.5.2-22'],
  because: 'INC-024',
  kernel: (plain) => changing(plain, (operations) => operations.map(withoutDots)),
})

function withoutDots(operation: PatchOperation): PatchOperation {
  const { path, value } = operation
  if (path || !isObject(value)) return operation
  const kept = Object.entries(value).filter(([name, inner]) => !name.includes('.') || isObject(inner))
  return { ...operation, value: Object.fromEntries(kept) }
}
