import { variant } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default variant({
  id: 'filter-knows-nothing-of-null',
  title: 'A comparison with null is refused with invalidFilter',
  because: 'AMB-069',
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) => {
        if (part.kind === 'compare' && part.op !== 'pr' && part.value === null)
          throw badRequest('invalidFilter', 'Use pr')
        return part
      }),
  }),
})
