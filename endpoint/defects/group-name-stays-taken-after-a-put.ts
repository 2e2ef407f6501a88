import { member, ScimError } from '#scim'
import { aside, memory, succeeded } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

const given = memory(() => new Set<string>())

export default defect({
  id: 'group-name-stays-taken-after-a-put',
  title: 'After a PUT with another name nobody can make a group of the old one',
  breaks: ['RFC7644-3.3-07'],
  because: 'Ory Polis (ory/polis#3559)',
  around: (request, next) => {
    const { method, path } = request
    const body = path.startsWith('/Groups') ? requestBody(request) : undefined
    const name = String(body?.displayName)
    if (method === 'POST' && path === '/Groups' && given(next).has(name))
      return errorReply(new ScimError(409, 'uniqueness', 'There is a group of this name'))
    const before = method === 'PUT' && body ? aside(request, next).read(path).body : undefined
    const reply = next(request)
    const old = member(before, 'displayName')
    if (succeeded(reply) && typeof old === 'string' && old !== name) given(next).add(old)
    return reply
  },
})
