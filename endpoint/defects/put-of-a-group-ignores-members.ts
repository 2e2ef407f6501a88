import { member } from '#scim'
import { aside, isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-of-a-group-ignores-members',
  title: 'A PUT of a group leaves its members as they are',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'Bitwarden (bitwarden/server#2919)',
  around: (request, next) => {
    const body = request.method === 'PUT' && isOne(request, '/Groups') ? requestBody(request) : undefined
    if (!body) return next(request)
    const members = member(aside(request, next).read(request.path).body, 'members') ?? []
    return next({ ...request, body: JSON.stringify({ ...body, members }) })
  },
})
