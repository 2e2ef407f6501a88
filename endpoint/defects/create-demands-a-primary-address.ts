import { member, ScimError } from '#scim'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'create-demands-a-primary-address',
  title: 'A user whose address is not marked as primary is refused: the address is missing',
  breaks: ['RFC7644-3.3-07'],
  because: 'ZITADEL (zitadel/zitadel#9236)',
  around: (request, next) => {
    const emails =
      request.method === 'POST' && request.path === '/Users' ? requestBody(request)?.emails : undefined
    if (!Array.isArray(emails) || emails.some((one) => member(one, 'primary') === true)) return next(request)
    return errorReply(new ScimError(400, 'invalidValue', 'An e-mail address is missing'))
  },
})
