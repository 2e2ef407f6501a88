import { findAttribute } from '#scim/resource'
import { variant } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default variant({
  id: 'filter-needs-a-part-of-emails',
  title: 'A filter on emails has to name one of its parts',
  because: 'AMB-070',
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) => {
        if (part.kind !== 'compare' || part.op === 'pr') return part
        const found = findAttribute(model, part.path)
        if (found && !found.sub && found.attribute.type === 'complex')
          throw badRequest('invalidFilter', `Name a part of ${part.path.attribute}`)
        return part
      }),
  }),
})
