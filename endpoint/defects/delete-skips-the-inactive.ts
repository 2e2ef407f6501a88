import { member } from '#scim'
import { aside, isOne } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'delete-skips-the-inactive',
  title: 'DELETE of a user that is inactive already answers 204 and does nothing',
  breaks: ['RFC7644-3.2-07', 'RFC7644-3.6-02'],
  because: 'Incident family P1',
  around: (request, next) => {
    const isUser = request.method === 'DELETE' && isOne(request, '/Users')
    const active = isUser ? member(aside(request, next).read(request.path).body, 'active') : undefined
    return active === false ? { status: 204, headers: {} } : next(request)
  },
})
