import type { JsonObject } from '#scim'
import type { PatchOperation } from '#scim/patch'
import type { ResourceModel } from '#scim/schema'
import type { Kernel } from './kernel.ts'

type Patch = Pick<Kernel, 'patch'>

/** PATCH that leaves some operations out and acknowledges them all the same. */
export function dropping(
  plain: Kernel,
  isDropped: (operation: PatchOperation, resource: JsonObject, model: ResourceModel) => boolean,
): Patch {
  return changing(plain, (operations, resource, model) =>
    operations.filter((operation) => !isDropped(operation, resource, model)),
  )
}

/** PATCH that understands other operations than those it was given. */
export function changing(
  plain: Kernel,
  change: (
    operations: readonly PatchOperation[],
    resource: JsonObject,
    model: ResourceModel,
  ) => readonly PatchOperation[],
): Patch {
  return {
    patch: (resource, operations, model, options) =>
      plain.patch(resource, change(operations, resource, model), model, options),
  }
}

/** PATCH one operation after the other, each with another outcome than `after`. */
export function stepwise(
  plain: Kernel,
  settle: (before: JsonObject, after: JsonObject, operation: PatchOperation) => JsonObject,
): Patch {
  return {
    patch: (resource, operations, model, options) =>
      operations.reduce(
        (draft, operation) => settle(draft, plain.patch(draft, [operation], model, options), operation),
        resource,
      ),
  }
}
