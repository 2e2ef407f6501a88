import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-gt-and-lt-swapped',
  title: 'gt finds what is less and lt what is more',
  breaks: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-18'],
  kernel: misread((part) => {
    if (part.kind !== 'compare' || (part.op !== 'gt' && part.op !== 'lt')) return part
    return { ...part, op: part.op === 'gt' ? 'lt' : 'gt' }
  }),
})
