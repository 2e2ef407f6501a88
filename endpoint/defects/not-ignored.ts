import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'not-ignored',
  title: 'not in a filter has no effect',
  breaks: ['RFC7644-3.4.2.2-26'],
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) => (part.kind === 'not' ? part.filter : part)),
  }),
})
