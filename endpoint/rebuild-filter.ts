import type { Filter } from '#scim/path'
import type { Kernel } from './kernel.ts'

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

/** The kernel of a defect that takes parts of each filter for others. */
export function misread(change: (part: Filter) => Filter): (plain: Kernel) => Partial<Kernel> {
  return (plain) => ({
    parseFilter: (text, model) => rebuildFilter(plain.parseFilter(text, model), change),
  })
}
