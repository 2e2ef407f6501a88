import { member, ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'error-malformed-json-as-500',
  title: 'A body that is not JSON is answered 500',
  breaks: ['RFC7644-3.12-10'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 400 || member(reply.body, 'scimType') !== 'invalidSyntax') return reply
    return errorReply(new ScimError(500, undefined, 'Unexpected token in JSON'))
  },
})
