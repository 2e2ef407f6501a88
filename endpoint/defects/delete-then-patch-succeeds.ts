import { isOne, memory } from '../aside.ts'
import { defect } from '../deviation.ts'

const gone = memory(() => new Set<string>())

export default defect({
  id: 'delete-then-patch-succeeds',
  title: 'A PATCH of a deleted user is answered 204 and does nothing',
  breaks: ['RFC7644-3.6-02'],
  because: 'Incident family W11',
  around: (request, next) => {
    const reply = next(request)
    if (!isOne(request, '/Users')) return reply
    if (request.method === 'DELETE' && reply.status === 204) gone(next).add(request.path)
    return request.method === 'PATCH' && gone(next).has(request.path) ? { status: 204, headers: {} } : reply
  },
})
