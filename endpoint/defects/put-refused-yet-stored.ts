import { aside, isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-refused-yet-stored',
  title: 'A PUT refused for one attribute stores the attribute before it',
  breaks: ['RFC7644-3.12-01'],
  because: 'Incident family D5',
  around: (request, next) => {
    const reply = next(request)
    const name = request.method === 'PUT' && requestBody(request)?.displayName
    if (reply.status === 400 && isOne(request, '/Users') && typeof name === 'string')
      aside(request, next).change(request.path, { op: 'replace', path: 'displayName', value: name })
    return reply
  },
})
