import type { PatchOperation } from '#scim/patch'
import { variant } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default variant({
  id: 'members-can-be-swapped',
  title: 'PATCH of the value of a member puts another one in its place',
  readings: ['AMB-027/changed'],
  kernel: (plain) => changing(plain, (operations) => operations.flatMap(swapped)),
})

function swapped(operation: PatchOperation): PatchOperation[] {
  const { op, path, value } = operation
  if (op !== 'replace' || path?.path.attribute !== 'members' || path.sub !== 'value' || !path.filter)
    return [operation]
  return [
    { op: 'remove', path: { path: path.path, filter: path.filter } },
    { op: 'add', path: { path: path.path }, value: [{ value: value ?? null }] },
  ]
}
