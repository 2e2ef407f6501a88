import { member, ScimError } from '#scim'
import { aside, isOne, memory } from '../aside.ts'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

const made = memory(() => ({ names: new Set<string>(), again: new Set<string>() }))

export default defect({
  id: 'member-made-again-is-unknown',
  title: 'Who was deleted and made again cannot join a group: the old id is looked up',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'Sentry (getsentry/sentry#122540)',
  around: (request, next) => {
    const { method, path } = request
    const { names, again } = made(next)
    if (method === 'DELETE' && isOne(request, '/Users'))
      names.add(String(member(aside(request, next).read(path).body, 'userName')))
    if (path.startsWith('/Groups') && method !== 'GET' && [...again].some((id) => request.body?.includes(id)))
      return errorReply(new ScimError(404, undefined, 'User not found'))
    const reply = next(request)
    const isBack =
      method === 'POST' && reply.status === 201 && names.has(String(member(reply.body, 'userName')))
    if (isBack) again.add(String(member(reply.body, 'id')))
    return reply
  },
})
