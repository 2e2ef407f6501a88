import { member } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'member-unknown-is-made-a-user',
  title: 'A member that is nobody is made a user, and then no list of users can be written',
  breaks: ['RFC7644-3.12-17'],
  because: 'LiteLLM (BerriAI/litellm#17420)',
  settings: (plain) => ({ ...plain, unknownMembers: 'keep' }),
  around: (request, next) => {
    const reply = next(request)
    const members = member(reply.body, 'members')
    const isWrite = request.method !== 'GET' && request.path.startsWith('/Groups')
    if (isWrite && Array.isArray(members) && members.some((one) => member(one, 'type') === undefined))
      return errorReply(new Error('an id is no e-mail address'))
    return reply
  },
})
