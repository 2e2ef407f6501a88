import { reading } from '../deviation.ts'
import { errorReply, notFound } from '../errors.ts'

export default reading({
  id: 'no-discovery',
  title: 'There are no discovery endpoints',
  readings: ['AMB-005/absent'],
  around: (request, next) =>
    /^\/(?:Schemas|ResourceTypes|ServiceProviderConfig)\b/.test(request.path)
      ? errorReply(notFound(request.path))
      : next(request),
})
