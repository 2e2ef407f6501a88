import { variant } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default variant({
  id: 'filter-takes-no-value-paths',
  title: 'A filter with attr[…] is refused with invalidFilter',
  because: 'RFC7644-3.4.2.2-28',
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const filter = plain.parseFilter(text, model)
      rebuildFilter(filter, (part) => {
        if (part.kind === 'valuePath') throw badRequest('invalidFilter', 'Value paths are not supported')
        return part
      })
      return filter
    },
  }),
})
