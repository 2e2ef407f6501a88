import { parameterOf, variant } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'

export default variant({
  id: 'filter-on-one-resource-refused',
  title: 'A filter on the URL of one resource is refused',
  because: 'AMB-085',
  around: (request, next) => {
    const isOne = request.method === 'GET' && /^\/(?:Users|Groups)\/[^.]/.test(request.path)
    return isOne && parameterOf(request, 'filter') !== undefined
      ? errorReply(badRequest('invalidFilter', 'One resource cannot be filtered'))
      : next(request)
  },
})
