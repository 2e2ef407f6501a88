import { isUnassigned } from '#scim/resource'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

const MARK = 'sentEmpty'

export default defect({
  id: 'filter-takes-null-for-a-value',
  title: 'pr is true for an attribute that was sent as null or empty',
  breaks: ['RFC7644-3.4.2.2-15', 'RFC7643-2.5-01'],
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const empty = Object.entries(given ?? {}).filter(([, value]) => isUnassigned(value))
      const rest = plain.keep(resource, model, before, given)
      return empty.length > 0 ? { ...rest, [MARK]: empty.map(([name]) => name) } : rest
    },
    project: (resource, model, options) => {
      const { [MARK]: _, ...rest } = resource
      return plain.project(rest, model, options)
    },
    matches: (filter, resource, model) => {
      const empty = resource[MARK]
      if (!Array.isArray(empty)) return plain.matches(filter, resource, model)
      const asThere = rebuildFilter(filter, (part) =>
        part.kind === 'compare' && part.op === 'pr' && empty.includes(part.path.attribute)
          ? { ...part, path: { attribute: 'id' } }
          : part,
      )
      return plain.matches(asThere, resource, model)
    },
  }),
})
