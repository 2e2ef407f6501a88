import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-or-means-and',
  title: 'or in a filter is taken for and',
  breaks: ['RFC7644-3.4.2.2-25'],
  kernel: misread((part) => (part.kind === 'or' ? { ...part, kind: 'and' } : part)),
})
