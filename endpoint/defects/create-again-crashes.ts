import { member } from '#scim'
import { aside, isOne, memory } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

const gone = memory(() => new Set<string>())

export default defect({
  id: 'create-again-crashes',
  title: 'A user who was deleted and is made again is answered 500',
  breaks: ['RFC7644-3.6-05', 'RFC7644-3.12-17'],
  because: 'Fleet (fleetdm/fleet#44275)',
  around: (request, next) => {
    const { method, path } = request
    const before =
      method === 'DELETE' && isOne(request, '/Users') ? aside(request, next).read(path).body : undefined
    if (before) gone(next).add(String(member(before, 'userName')))
    const isBack = method === 'POST' && gone(next).has(String(requestBody(request)?.userName ?? ''))
    return isBack ? errorReply(new Error('duplicate key in host_scim_user')) : next(request)
  },
})
