import { member, ScimError } from '#scim'
import { aside, isOne, memory, succeeded } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

const stale = memory(() => new Set<string>())

export default defect({
  id: 'unique-index-forgets-no-rename',
  title: 'A userName that was given up by a PUT stays taken',
  breaks: ['RFC7644-3.3-07'],
  because: 'Ory Polis (ory/polis#3559)',
  around: (request, next) => {
    const key = String(requestBody(request)?.userName).toLowerCase()
    if (request.method === 'POST' && request.path === '/Users' && stale(next).has(key))
      return { status: 409, headers: {}, body: new ScimError(409, 'uniqueness', 'taken').toBody() }
    if (request.method !== 'PUT' || !isOne(request, '/Users')) return next(request)
    const old = String(member(aside(request, next).read(request.path).body, 'userName')).toLowerCase()
    const reply = next(request)
    if (succeeded(reply) && old !== key) stale(next).add(old)
    return reply
  },
})
