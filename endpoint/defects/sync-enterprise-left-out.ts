import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-enterprise-left-out',
  title: 'The Sync API leaves out what the enterprise extension has',
  breaks: ['fiks/S-22-all'],
  sync: () => ({ shown: ({ enterprise: _, ...resource }) => resource }),
})
