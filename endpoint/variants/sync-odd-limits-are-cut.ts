import { parameterOf, variant, withParameter } from '../deviation.ts'

export default variant({
  id: 'sync-odd-limits-are-cut',
  title: 'A limit that is out of range is taken for the nearest one',
  because: 'KS Digital, sync-api-v1: not stated',
  aroundSync: (request, next) => {
    const limit = parameterOf(request, 'limit')
    if (limit === undefined) return next(request)
    return next(withParameter(request, 'limit', String(Math.min(1000, Math.max(1, Number(limit))))))
  },
})
