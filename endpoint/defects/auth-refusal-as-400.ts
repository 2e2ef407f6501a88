import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'auth-refusal-as-400',
  title: 'A request without a token is answered 400',
  breaks: ['RFC7644-3.12-11'],
  around: (request, next) => {
    const reply = next(request)
    return reply.status === 401 ? { ...errorReply(new ScimError(400, undefined, 'No token')) } : reply
  },
})
