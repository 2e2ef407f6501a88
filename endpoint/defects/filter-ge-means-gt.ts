import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-ge-means-gt',
  title: 'ge leaves out the value itself',
  breaks: ['RFC7644-3.4.2.2-17'],
  kernel: misread((part) => (part.kind === 'compare' && part.op === 'ge' ? { ...part, op: 'gt' } : part)),
})
