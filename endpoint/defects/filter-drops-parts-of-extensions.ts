import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-drops-parts-of-extensions',
  title: 'A filter on manager.value finds all who have a manager',
  breaks: ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-04'],
  kernel: misread((part) =>
    part.kind === 'compare' && part.path.uri?.includes(':extension:') && part.path.sub !== undefined
      ? { kind: 'compare', path: part.path, op: 'pr' }
      : part,
  ),
})
