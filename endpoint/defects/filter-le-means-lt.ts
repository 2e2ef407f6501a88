import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-le-means-lt',
  title: 'le leaves out the value itself',
  breaks: ['RFC7644-3.4.2.2-19'],
  kernel: misread((part) => (part.kind === 'compare' && part.op === 'le' ? { ...part, op: 'lt' } : part)),
})
