import { findAttribute } from '#scim/resource'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'unknown-filter-attribute-crashes',
  title: 'A filter on an unknown attribute is answered 500',
  breaks: ['RFC7644-3.4.2.1-07', 'RFC7644-3.4.2.2-04'],
  because: 'Incident family P2',
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const filter = plain.parseFilter(text, model)
      return rebuildFilter(filter, (part) => {
        const known = part.kind !== 'compare' || text.includes('[') || findAttribute(model, part.path)
        if (!known) throw new Error('the column does not exist')
        return part
      })
    },
  }),
})
