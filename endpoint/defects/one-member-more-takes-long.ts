import { member } from '#scim'
import { isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'
import { mostMembersIn } from '../members-in.ts'

/** Milliseconds for each member that is there, where one is added. */
const EACH = 20

export default defect({
  id: 'one-member-more-takes-long',
  title: 'To add one member takes the longer, the more there are',
  breaks: ['practice/answers-in-time'],
  because: 'WSO2 Identity Server (wso2/product-is#6918)',
  around: (request, next) => {
    const reply = next(request)
    const isJoining = request.method === 'PATCH' && isOne(request, '/Groups')
    if (!isJoining || mostMembersIn(requestBody(request)) !== 1) return reply
    const members = member(reply.body, 'members')
    return { ...reply, after: (Array.isArray(members) ? members.length : 0) * EACH }
  },
})
