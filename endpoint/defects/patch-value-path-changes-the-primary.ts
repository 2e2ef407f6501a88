import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-value-path-changes-the-primary',
  title: 'A value path changes the primary address, whatever its filter says',
  breaks: ['RFC7644-3.5.2.3-08'],
  because: 'Onyx (onyx-dot-app/onyx#14110)',
  kernel: (plain) => changing(plain, (operations) => operations.map(ofThePrimary)),
})

function ofThePrimary(operation: PatchOperation): PatchOperation {
  const { op, path } = operation
  if (op === 'remove' || path?.path.attribute !== 'emails' || !path.filter) return operation
  const filter = { kind: 'compare', path: { attribute: 'primary' }, op: 'eq', value: true } as const
  return { ...operation, path: { ...path, filter } }
}
