import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-fiks-without-number',
  title: 'The Sync API shows fiks without identityNumber',
  breaks: ['fiks/S-21'],
  sync: () => ({ shown: (resource) => (resource.fiks === undefined ? resource : { ...resource, fiks: {} }) }),
})
