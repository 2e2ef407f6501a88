import type { JsonObject } from '#scim'
import { aside, isOne, memory, pathOf, succeeded } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

const cached = memory(() => new Map<string, JsonObject>())

export default defect({
  id: 'put-not-seen-by-patch',
  title: 'A PATCH works on a copy made at the create: what a PUT changed since is lost',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'Incident family D2',
  around: (request, next) => {
    const copy = request.method === 'PATCH' && isOne(request, '/Users') && cached(next).get(request.path)
    if (copy) {
      aside(request, next).write('PUT', request.path, copy)
      cached(next).delete(request.path)
    }
    const reply = next(request)
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    if (body && succeeded(reply)) cached(next).set(pathOf('/Users', reply.body), body)
    return reply
  },
})
