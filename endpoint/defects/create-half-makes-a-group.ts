import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'create-half-makes-a-group',
  title: 'A group refused for an unknown member is there all the same, without members',
  breaks: ['RFC7644-3.12-01'],
  because: 'Incident family D5',
  around: (request, next) => {
    const reply = next(request)
    const body = request.method === 'POST' && request.path === '/Groups' ? requestBody(request) : undefined
    if (!body?.displayName || !body.members || reply.status !== 400) return reply
    const { members: _, ...rest } = body
    aside(request, next).write('POST', '/Groups', rest)
    return reply
  },
})
