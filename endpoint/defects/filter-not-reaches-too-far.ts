import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-not-reaches-too-far',
  title: 'not takes in all that follows it',
  breaks: ['RFC7644-3.4.2.2-35'],
  kernel: misread((part) =>
    part.kind === 'and' && part.left.kind === 'not'
      ? { kind: 'not', filter: { ...part, left: part.left.filter } }
      : part,
  ),
})
