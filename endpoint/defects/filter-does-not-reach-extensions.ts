import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-does-not-reach-extensions',
  title: 'Extension attributes count as absent in filters',
  breaks: ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-03'],
  kernel: misread((part) =>
    part.kind === 'compare' && part.path.uri?.includes(':extension:')
      ? { ...part, path: { attribute: 'scimTestNothing' } }
      : part,
  ),
})
