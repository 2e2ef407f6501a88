import { member, ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'plek-switched-off-users-vanish',
  title: 'A user that is switched off cannot be read any more',
  breaks: ['plek/PL-10'],
  around: (request, next) => {
    const reply = next(request)
    const isRead = request.method === 'GET' && request.path.startsWith('/Users/')
    const isOff = isRead && member(reply.body, 'active') === false
    return isOff ? errorReply(new ScimError(404, undefined, 'There is no such user')) : reply
  },
})
