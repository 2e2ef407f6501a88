import { parameterOf, variant } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'

export default variant({
  id: 'cursor-with-start-index-refused',
  title: 'startIndex and cursor in one request are refused',
  because: 'AMB-111',
  around: (request, next) =>
    parameterOf(request, 'cursor') !== undefined && parameterOf(request, 'startIndex') !== undefined
      ? errorReply(badRequest('invalidValue', 'startIndex and cursor are two ways of paging'))
      : next(request),
})
