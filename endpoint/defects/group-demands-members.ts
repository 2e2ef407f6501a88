import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'group-demands-members',
  title: 'A group without members is answered 500',
  breaks: ['RFC7644-3.3-07'],
  because: 'Infisical (Infisical/infisical#6552)',
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Groups' ? requestBody(request) : undefined
    const lacks = body?.displayName !== undefined && !Array.isArray(body.members)
    return lacks ? errorReply(new Error('members is undefined')) : next(request)
  },
})
