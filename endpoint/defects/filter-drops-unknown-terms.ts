import { findAttribute } from '#scim/resource'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-drops-unknown-terms',
  title: 'A term on an unknown attribute is dropped from the filter',
  breaks: ['RFC7644-3.4.2.2-04'],
  because: 'eneo-ai/eneo#443',
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(
        rebuildFilter(filter, (part) =>
          part.kind === 'compare' && !findAttribute(model, part.path)
            ? { kind: 'compare', path: { attribute: 'id' }, op: 'pr' }
            : part,
        ),
        resource,
        model,
      ),
  }),
})
