import { isObject } from '#scim'
import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-of-active-clears-the-roles',
  title: 'Switching a user off or on takes the roles and the entitlements away',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Scimitar (pond/scimitar#6)',
  kernel: (plain) =>
    changing(plain, (operations) =>
      operations.some(isActive)
        ? [
            ...operations,
            { op: 'remove', path: { path: { attribute: 'roles' } } },
            { op: 'remove', path: { path: { attribute: 'entitlements' } } },
          ]
        : operations,
    ),
})

function isActive({ path, value }: PatchOperation): boolean {
  return path?.path.attribute === 'active' || (isObject(value) && value.active !== undefined)
}
