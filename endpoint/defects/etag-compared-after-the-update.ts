import { ScimError } from '#scim'
import { succeeded } from '../aside.ts'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'etag-compared-after-the-update',
  title: 'PATCH compares the version after the change, and so always refuses it, having done it',
  breaks: ['RFC7644-3.14-06'],
  because: 'SCIM-SDK (Captain-P-Goldfish/SCIM-SDK#746)',
  around: (request, next) => {
    const { 'if-match': version, ...headers } = request.headers
    if (request.method !== 'PATCH' || version === undefined || version === '*') return next(request)
    const done = next({ ...request, headers })
    return succeeded(done) ? errorReply(new ScimError(412, undefined, 'The resource has changed')) : done
  },
})
