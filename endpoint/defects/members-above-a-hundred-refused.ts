import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'members-above-a-hundred-refused',
  title: 'More than a hundred members in one request are refused without a reason',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'AWS IAM Identity Center (slashdevops/idp-scim-sync#62)',
  around: (request, next) => {
    const values = request.path.startsWith('/Groups') ? (request.body?.match(/"value":"/g) ?? []) : []
    if (values.length <= 100) return next(request)
    return errorReply(new ScimError(400, 'invalidSyntax', 'Request is unparsable'))
  },
})
