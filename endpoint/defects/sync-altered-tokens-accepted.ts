import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-altered-tokens-accepted',
  title: 'A sync token is not checked for changes',
  breaks: ['fiks/S-23'],
  sync: () => ({ isGenuine: () => true }),
})
