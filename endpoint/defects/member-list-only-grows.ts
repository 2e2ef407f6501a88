import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-list-only-grows',
  title: 'Replacing the list of members adds to it',
  breaks: ['RFC7644-3.5.2.3-03'],
  because: 'Incident family D1',
  kernel: (plain) => ({
    patch: (resource, operations, ...rest) => plain.patch(resource, operations.map(adding), ...rest),
  }),
})

function adding(operation: PatchOperation): PatchOperation {
  const replaces = operation.op === 'replace' && operation.path?.path.attribute === 'members'
  return replaces ? { ...operation, op: 'add' } : operation
}
