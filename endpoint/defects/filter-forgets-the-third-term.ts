import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-forgets-the-third-term',
  title: 'Of a chain of conditions only the first two are looked at',
  breaks: ['RFC7644-3.4.2.2-24', 'RFC7644-3.4.2.2-25'],
  kernel: misread((part) =>
    (part.kind === 'and' || part.kind === 'or') && part.left.kind === part.kind ? part.left : part,
  ),
})
