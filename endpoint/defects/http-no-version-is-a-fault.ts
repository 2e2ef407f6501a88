import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'http-no-version-is-a-fault',
  title: 'A request without a version is answered 500',
  breaks: ['RFC7644-3.13-04'],
  around: (request, next) =>
    /^\/\.\.\/Users/.test(request.path)
      ? errorReply(new ScimError(500, undefined, 'No route for undefined'))
      : next(request),
})
