import { findAttribute } from '#scim/resource'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-knows-no-empty-complex',
  title: 'pr is false for all complex attributes',
  breaks: ['RFC7644-3.4.2.2-15'],
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(
        rebuildFilter(filter, (part) => {
          if (part.kind !== 'compare' || part.op !== 'pr') return part
          const found = findAttribute(model, part.path)
          const isComplex = found && (found.sub ?? found.attribute).type === 'complex'
          return isComplex ? { ...part, path: { attribute: 'scimTestNothing' } } : part
        }),
        resource,
        model,
      ),
  }),
})
