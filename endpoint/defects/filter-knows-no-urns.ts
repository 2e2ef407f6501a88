import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-knows-no-urns',
  title: 'A filter with a name that carries its URN finds nobody',
  breaks: ['RFC7644-3.10-01', 'RFC7644-3.4.2.2-34'],
  kernel: misread((part) =>
    part.kind === 'compare' && part.path.uri?.includes(':core:')
      ? { ...part, path: { attribute: 'scimTestNothing' } }
      : part,
  ),
})
