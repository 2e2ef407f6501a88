import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'member-with-display-refused',
  title: 'A member that is given with its display is refused',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'SCIMReferenceCode (AzureAD/SCIMReferenceCode#20)',
  around: (request, next) => {
    const isStrict = request.path.startsWith('/Groups') && /"display(?:Name)?":/.test(membersIn(request.body))
    if (!isStrict) return next(request)
    return errorReply(new ScimError(400, 'invalidSyntax', 'display is no attribute of a member'))
  },
})

/** What a request says after it first speaks of members. */
function membersIn(body = ''): string {
  return body.split('"members"').slice(1).join()
}
