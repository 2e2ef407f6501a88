import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-open-to-everybody',
  title: 'The Sync API asks for no token',
  breaks: ['fiks/S-04'],
  sync: () => ({ admits: () => true }),
})
