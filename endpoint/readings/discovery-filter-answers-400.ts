import { reading } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'

export default reading({
  id: 'discovery-filter-answers-400',
  title: 'A filter on discovery is answered 400',
  readings: ['AMB-007/400'],
  around: (request, next) => {
    const reply = next(request)
    const refused =
      reply.status === 403 && /^\/(?:Schemas|ResourceTypes|ServiceProviderConfig)\b/.test(request.path)
    return refused ? errorReply(badRequest('invalidFilter', 'There is nothing to filter')) : reply
  },
})
