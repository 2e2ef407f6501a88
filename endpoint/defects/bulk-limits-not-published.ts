import { isObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'bulk-limits-not-published',
  title: 'The configuration has bulk without limits',
  breaks: ['RFC7644-3.7.4-01'],
  around: (request, next) => {
    const reply = next(request)
    if (request.path !== '/ServiceProviderConfig') return reply
    return rewritten(reply, (body) => (isObject(body.bulk) ? { ...body, bulk: { supported: true } } : body))
  },
})
