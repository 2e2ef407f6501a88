import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default reading({
  id: 'no-logic-in-value-paths',
  title: 'Between brackets a filter may hold one comparison only',
  readings: ['AMB-073/logic-refused'],
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) => {
        if (part.kind === 'valuePath' && part.filter.kind !== 'compare')
          throw badRequest('invalidFilter', 'and, or and not are not supported between brackets')
        return part
      }),
  }),
})
