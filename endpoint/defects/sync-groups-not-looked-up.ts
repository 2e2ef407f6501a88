import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-groups-not-looked-up',
  title: 'The Sync API does not have the address of a single group',
  breaks: ['fiks/S-01', 'fiks/S-19'],
  aroundSync: (request, next) =>
    /\/gruppe\//.test(request.path) ? { status: 404, headers: {} } : next(request),
})
