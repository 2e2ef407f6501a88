import { type Json, member, ScimError } from '#scim'
import { aside, isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'put-that-drops-a-member-is-refused',
  title: 'A PUT that leaves a member out is refused: members counts as immutable',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'SimpleIdServer (simpleidserver/SimpleIdServer#697)',
  around: (request, next) => {
    if (request.method !== 'PUT' || !isOne(request, '/Groups')) return next(request)
    const before = idsOf(aside(request, next).read(request.path).body)
    const after = idsOf(requestBody(request))
    if (before.every((id) => after.includes(id))) return next(request)
    return errorReply(new ScimError(400, 'mutability', 'members.value is immutable'))
  },
})

function idsOf(group: Json | undefined): (Json | undefined)[] {
  const members = member(group, 'members')
  return Array.isArray(members) ? members.map((one) => member(one, 'value')) : []
}
