import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'error-large-is-refused-when-small',
  title: 'A new group is answered 413',
  breaks: ['RFC7644-3.12-16'],
  around: (request, next) =>
    request.method === 'POST' && request.path === '/Groups'
      ? errorReply(new ScimError(413, undefined, 'The body is too large'))
      : next(request),
})
