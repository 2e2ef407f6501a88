import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-begins-now',
  title: 'Without a sync token only what changes from now on is told',
  breaks: ['fiks/S-05'],
  sync: () => ({ start: (latest) => latest }),
})
