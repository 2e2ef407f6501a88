import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-order-of-creation',
  title: 'The Sync API tells of changes in the order of creation',
  breaks: ['fiks/S-12'],
  sync: () => ({ order: (entries) => entries.toSorted((a, b) => a.born - b.born) }),
})
