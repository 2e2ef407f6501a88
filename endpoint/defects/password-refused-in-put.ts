import { ScimError } from '#scim'
import { aside, succeeded } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'password-refused-in-put',
  title: 'A PUT with a password is refused although passwords can be changed',
  breaks: ['RFC7643-7-31', 'RFC7644-3.5.1-04'],
  around: (request, next) => {
    const password = request.method === 'PUT' && requestBody(request)?.password
    if (!password || !succeeded(aside(request, next).read(request.path))) return next(request)
    return { status: 400, headers: {}, body: new ScimError(400, 'mutability', 'password').toBody() }
  },
})
