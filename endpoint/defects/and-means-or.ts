import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'and-means-or',
  title: 'and in a filter is taken for or',
  breaks: ['RFC7644-3.4.2.2-24'],
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) =>
        part.kind === 'and' ? { ...part, kind: 'or' } : part,
      ),
  }),
})
