import type { Filter } from '#scim/path'

/** Every operator and connective in a filter; a value path is one of its own. */
export function operatorsIn(filter: Filter): string[] {
  switch (filter.kind) {
    case 'compare':
      return [filter.op]
    case 'not':
    case 'valuePath':
      return [filter.kind, ...operatorsIn(filter.filter)]
    default:
      return [filter.kind, ...operatorsIn(filter.left), ...operatorsIn(filter.right)]
  }
}
