import type { JsonObject } from '#scim'
import type { PatchPath } from '#scim/path'
import { isUnassigned, valuesAt } from '#scim/resource'
import type { ResourceModel } from '#scim/schema'
import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default reading({
  id: 'patch-replace-needs-a-value-to-replace',
  title: 'PATCH replace of an attribute without a value is refused with noTarget',
  readings: ['AMB-057/400'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const missing = operations.find(
        ({ op, path }) => op === 'replace' && path && !isThere(resource, path, model),
      )
      if (missing) throw badRequest('noTarget', 'There is nothing to replace')
      return plain.patch(resource, operations, model, options)
    },
  }),
})

function isThere(resource: JsonObject, path: PatchPath, model: ResourceModel): boolean {
  return valuesAt(resource, model, path.path).some((value) => !isUnassigned(value))
}
