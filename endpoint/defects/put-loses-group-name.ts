import { aside, isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-loses-group-name',
  title: 'A PUT of a group changes its members only: the new name is lost',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'SCIM Gateway (jelhub/scimgateway#95)',
  around: (request, next) => {
    const body = request.method === 'PUT' && isOne(request, '/Groups') ? requestBody(request) : undefined
    const old = body && (aside(request, next).read(request.path).body as typeof body | undefined)?.displayName
    if (!body?.displayName || old === undefined) return next(request)
    return next({ ...request, body: JSON.stringify({ ...body, displayName: old }) })
  },
})
