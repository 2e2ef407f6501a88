import { findAttribute } from '#scim/resource'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-names-with-case',
  title: 'Attribute names in a filter have to be spelled as in the schema',
  breaks: ['RFC7644-3.4.2.2-05'],
  because: 'scimmyjs/scimmy#7',
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(
        rebuildFilter(filter, (part) => {
          if (part.kind !== 'compare') return part
          const name = findAttribute(model, part.path)?.attribute.name
          return name === part.path.attribute ? part : { ...part, path: { attribute: 'scimTestNothing' } }
        }),
        resource,
        model,
      ),
  }),
})
