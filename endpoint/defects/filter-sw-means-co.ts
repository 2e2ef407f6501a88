import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-sw-means-co',
  title: 'sw finds its text anywhere in the value',
  breaks: ['RFC7644-3.4.2.2-13'],
  kernel: misread((part) => (part.kind === 'compare' && part.op === 'sw' ? { ...part, op: 'co' } : part)),
})
