import type { Filter } from '#scim/path'

/** The filter with each part put through a change, innermost first: how a defect misreads one. */
export function rebuildFilter(filter: Filter, change: (part: Filter) => Filter): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const [left, right] = [rebuildFilter(filter.left, change), rebuildFilter(filter.right, change)]
      return change({ ...filter, left, right })
    }
    case 'not':
    case 'valuePath':
      return change({ ...filter, filter: rebuildFilter(filter.filter, change) })
    case 'compare':
      return change(filter)
  }
}
