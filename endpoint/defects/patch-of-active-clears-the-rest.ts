import { isObject } from '#scim'
import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-of-active-clears-the-rest',
  title: 'Switching a user off or on takes the roles and the addresses away',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Scimitar (pond/scimitar#6)',
  kernel: (plain) =>
    changing(plain, (operations) =>
      operations.some(isActive) ? [...operations, ...['roles', 'emails'].map(removing)] : operations,
    ),
})

const removing = (attribute: string): PatchOperation => ({ op: 'remove', path: { path: { attribute } } })

function isActive({ path, value }: PatchOperation): boolean {
  return path?.path.attribute === 'active' || (isObject(value) && value.active !== undefined)
}
