import { defect, withParameter } from '../deviation.ts'

export default defect({
  id: 'sync-limit-ignored',
  title: 'The Sync API ignores limit',
  breaks: ['fiks/S-09'],
  aroundSync: (request, next) => next(withParameter(request, 'limit', undefined)),
})
