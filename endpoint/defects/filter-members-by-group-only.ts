import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-members-by-group-only',
  title: 'A filter on members looks for anybody, not for the one named',
  breaks: ['RFC7644-3.4.2.2-36', 'RFC7644-3.4.2.2-37'],
  kernel: misread((part) =>
    part.kind === 'compare' && part.path.attribute.toLowerCase() === 'members'
      ? { kind: 'compare', path: part.path, op: 'pr' }
      : part,
  ),
})
