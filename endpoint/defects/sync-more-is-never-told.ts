import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-more-is-never-told',
  title: 'The Sync API never says that there is more',
  breaks: ['fiks/S-10'],
  sync: () => ({ hasMore: () => false }),
})
