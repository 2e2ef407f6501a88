import { URN } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'fiks-nameless-groups-are-made',
  title: 'A group without displayName gets one that says nothing',
  breaks: ['fiks/F-51'],
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Groups' ? requestBody(request) : undefined
    if (!body || body.displayName !== undefined) return next(request)
    return next({
      ...request,
      body: JSON.stringify({ ...body, schemas: [URN.group], displayName: 'Uten navn' }),
    })
  },
})
