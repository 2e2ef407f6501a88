import { ScimError } from '#scim'
import { isOne, memory, succeeded } from '../aside.ts'
import { variant } from '../deviation.ts'

const buried = memory(() => new Set<string>())

/** It leaves the groups and gives its names up; for everybody outside there is nothing any more. */
export default variant({
  id: 'delete-buries-softly',
  title: 'DELETE of a user keeps the row where nobody can see it, and says so to who asks for it',
  because: 'RFC7644-3.6-01',
  around: (request, next) => {
    const { method, path } = request
    if (!isOne(request, '/Users')) return next(request)
    const reply = next(request)
    if (method === 'DELETE' && succeeded(reply)) buried(next).add(path)
    if (reply.status !== 404 || !buried(next).has(path)) return reply
    return { ...reply, body: new ScimError(404, undefined, 'The resource was deleted').toBody() }
  },
})
