import type { JsonObject } from '#scim'
import { isAssigned } from '#scim/resource'
import type { Kernel } from './kernel.ts'

/** Sorting that puts who has no value to sort by elsewhere than where they belong. */
export function placingUnassigned(
  plain: Kernel,
  place: (assigned: readonly JsonObject[], unassigned: readonly JsonObject[]) => readonly JsonObject[],
): Pick<Kernel, 'sort'> {
  return {
    sort: (resources, model, path, order) => {
      const sorted = plain.sort(resources, model, path, order)
      const has = (one: JsonObject) => isAssigned(one, model, path)
      return place(
        sorted.filter(has),
        sorted.filter((one) => !has(one)),
      )
    },
  }
}
