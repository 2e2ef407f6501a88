import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-ew-means-eq',
  title: 'ew finds whole values only',
  breaks: ['RFC7644-3.4.2.2-14'],
  kernel: misread((part) => (part.kind === 'compare' && part.op === 'ew' ? { ...part, op: 'eq' } : part)),
})
