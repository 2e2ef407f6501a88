import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-large-groups-never-apart',
  title: 'The Sync API sends groups of any size with all members',
  breaks: ['fiks/S-17'],
  sync: () => ({ isLarge: () => false }),
})
