import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'missing-attribute-crashes',
  title: 'A user without userName is answered 500',
  breaks: ['RFC7643-4.1.1-03', 'RFC7643-4.1.1-01'],
  because: 'Fleet (fleetdm/fleet#40260)',
  around: (request, next) => {
    const isNameless =
      request.method === 'POST' && request.path === '/Users' && !requestBody(request)?.userName
    const reply = next(request)
    return isNameless && reply.status === 400 ? errorReply(new Error('bad request: userName')) : reply
  },
})
