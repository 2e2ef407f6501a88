import { defect } from '../deviation.ts'
import { errorReply, Refusal } from '../errors.ts'

export default defect({
  id: 'put-not-supported',
  title: 'PUT is answered 405, as Entra does as a server',
  breaks: ['RFC7644-3.5-01'],
  around: (request, next) =>
    request.method === 'PUT'
      ? errorReply(new Refusal(405, 'PUT is not supported', { Allow: 'GET, PATCH, DELETE' }))
      : next(request),
})
