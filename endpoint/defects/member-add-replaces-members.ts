import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-add-replaces-members',
  title: 'Adding a member takes the others away',
  breaks: ['RFC7644-3.5.2.1-06', 'fiks/F-52'],
  because: 'Incident family D1',
  kernel: (plain) => ({
    patch: (resource, operations, ...rest) => plain.patch(resource, operations.map(replacing), ...rest),
  }),
})

function replacing(operation: PatchOperation): PatchOperation {
  const adds = operation.op === 'add' && operation.path?.path.attribute === 'members'
  return adds ? { ...operation, op: 'replace' } : operation
}
