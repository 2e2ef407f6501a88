import { member } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'group-put-only-adds',
  title: 'PUT of a group keeps the members that it leaves out',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'Incident family D1',
  around: (request, next) => {
    const body =
      request.method === 'PUT' && request.path.startsWith('/Groups/') ? requestBody(request) : undefined
    if (!Array.isArray(body?.members)) return next(request)
    const old = member(next({ ...request, method: 'GET' }).body, 'members')
    const members = [...body.members, ...(Array.isArray(old) ? old : [])]
    return next({ ...request, body: JSON.stringify({ ...body, members }) })
  },
})
