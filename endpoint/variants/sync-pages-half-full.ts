import { parameterOf, variant, withParameter } from '../deviation.ts'

const USUAL = 100

export default variant({
  id: 'sync-pages-half-full',
  title: 'A page has half as many events as it may have',
  because: 'KS Digital, Sync API: pages may be shorter than limit though there is more',
  aroundSync: (request, next) => {
    const limit = Number(parameterOf(request, 'limit') ?? USUAL)
    const half = limit >= 1 && limit <= 1000 ? Math.ceil(limit / 2) : limit
    return next(withParameter(request, 'limit', String(half)))
  },
})
