import { member, ScimError } from '#scim'
import { aside, isOne } from '../aside.ts'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'kunnskap-learning-keeps-leavers',
  title: 'Who is switched off cannot be deleted, for the sake of the course history',
  breaks: ['kunnskap/K-09'],
  around: (request, next) => {
    const isUser = request.method === 'DELETE' && isOne(request, '/Users')
    const isOff = isUser && member(aside(request, next).read(request.path).body, 'active') === false
    return isOff ? errorReply(new ScimError(403, undefined, 'The history has to stay')) : next(request)
  },
})
