import { ScimError } from '#scim'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'
import { mostMembersIn } from '../members-in.ts'

const MOST = 100

export default defect({
  id: 'members-beyond-a-hundred-refused',
  title: 'More than a hundred members in one PATCH are refused, and nobody is told why',
  breaks: ['practice/limits-are-told'],
  because: 'AWS IAM Identity Center (slashdevops/idp-scim-sync#62)',
  around: (request, next) =>
    request.method === 'PATCH' && mostMembersIn(requestBody(request)) > MOST
      ? errorReply(new ScimError(400, 'invalidSyntax', 'The request is unparsable'))
      : next(request),
})
