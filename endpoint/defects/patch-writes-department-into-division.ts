import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-writes-department-into-division',
  title: 'PATCH of the department is stored as the division: another table of names than at creation',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'django-scim2 (15five/django-scim2#39)',
  kernel: (plain) => changing(plain, (operations) => operations.map(elsewhere)),
})

function elsewhere(operation: PatchOperation): PatchOperation {
  const { path } = operation
  if (path?.path.attribute !== 'department') return operation
  return { ...operation, path: { ...path, path: { ...path.path, attribute: 'division' } } }
}
