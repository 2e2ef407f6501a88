import { aside, isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-refused-empties-group',
  title: 'A PUT refused for one of its members has removed the old ones already',
  breaks: ['RFC7644-3.12-01'],
  because: 'Incident family D5',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'PUT' || !isOne(request, '/Groups') || reply.status !== 400) return reply
    if (requestBody(request)?.members)
      aside(request, next).change(request.path, { op: 'remove', path: 'members' })
    return reply
  },
})
