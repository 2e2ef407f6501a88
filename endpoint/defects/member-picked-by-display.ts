import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-picked-by-display',
  title: 'A member is looked up by its display, not by its value',
  breaks: ['RFC7643-4.2-04'],
  because: 'INC-118',
  around: (request, next) => {
    const display = /"display":("[^"]*")/.exec(request.method === 'PATCH' ? (request.body ?? '') : '')?.[1]
    if (display === undefined) return next(request)
    const filter = encodeURIComponent(`displayName eq ${display}`)
    const found = member(
      next({ ...request, method: 'GET', path: `/Users?filter=${filter}` }).body,
      'Resources',
    )
    const id = member(Array.isArray(found) ? found[0] : undefined, 'id')
    return next({
      ...request,
      body: (request.body ?? '').replace(/"value":"[^"]*"/, `"value":${JSON.stringify(id ?? '')}`),
    })
  },
})
