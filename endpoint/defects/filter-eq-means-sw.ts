import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-eq-means-sw',
  title: 'eq finds whatever begins with the value',
  breaks: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-04'],
  because: 'An index of prefixes, as directories have them',
  kernel: misread((part) =>
    part.kind === 'compare' && part.op === 'eq' && typeof part.value === 'string'
      ? { ...part, op: 'sw' }
      : part,
  ),
})
