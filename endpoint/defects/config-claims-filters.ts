import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'config-claims-filters',
  title: '/ServiceProviderConfig promises filters, and each is refused',
  breaks: ['RFC7644-3.4.2.2-10', 'RFC7644-3.10-02'],
  because: 'Incident family P6',
  around: (request, next) =>
    request.method === 'GET' && /[?&]filter=/.test(request.path) && !/nobody/.test(request.path)
      ? errorReply(new ScimError(501, undefined, 'Filtering is not supported'))
      : next(request),
})
