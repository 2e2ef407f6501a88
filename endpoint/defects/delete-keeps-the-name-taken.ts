import { member, ScimError } from '#scim'
import { aside, isOne, memory } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

const buried = memory(() => new Set<string>())

export default defect({
  id: 'delete-keeps-the-name-taken',
  title: 'The userName of a deleted user can never be used again',
  breaks: ['RFC7644-3.6-04', 'RFC7644-3.6-05'],
  because: 'Better Auth (better-auth/better-auth#11111)',
  around: (request, next) => {
    const { method, path } = request
    const key = String(requestBody(request)?.userName).toLowerCase()
    if (method === 'POST' && path === '/Users' && buried(next).has(key))
      return { status: 409, headers: {}, body: new ScimError(409, 'uniqueness', 'taken').toBody() }
    if (method !== 'DELETE' || !isOne(request, '/Users')) return next(request)
    const name = member(aside(request, next).read(path).body, 'userName')
    const reply = next(request)
    if (reply.status === 204) buried(next).add(String(name).toLowerCase())
    return reply
  },
})
