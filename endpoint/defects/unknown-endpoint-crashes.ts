import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'unknown-endpoint-crashes',
  title: 'What is no resource type here is answered 500',
  breaks: ['RFC7644-3.12-13'],
  because: 'Pocket ID (pocket-id/pocket-id#1295)',
  around: (request, next) => {
    const reply = next(request)
    const isKnown = /^\/(?:Users|Groups|Bulk|Me|Schemas|ResourceTypes|ServiceProviderConfig|\.search)/.test(
      request.path,
    )
    return isKnown || reply.status !== 404 ? reply : errorReply(new Error('unsupported resource type'))
  },
})
