import { member, ScimError } from '#scim'
import { aside, isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-conflicts-with-itself',
  title: 'A PUT that changes only the letter case of a userName meets itself and gets 409',
  breaks: ['RFC7644-3.5.1-04'],
  around: (request, next) => {
    const name = request.method === 'PUT' && isOne(request, '/Users') && requestBody(request)?.userName
    const old = name && member(aside(request, next).read(request.path).body, 'userName')
    if (!old || old === name || String(old).toLowerCase() !== String(name).toLowerCase()) return next(request)
    return { status: 409, headers: {}, body: new ScimError(409, 'uniqueness', 'taken').toBody() }
  },
})
