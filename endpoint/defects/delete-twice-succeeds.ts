import { isOne, memory } from '../aside.ts'
import { defect } from '../deviation.ts'

const gone = memory(() => new Set<string>())

export default defect({
  id: 'delete-twice-succeeds',
  title: 'A second DELETE of the same resource answers 204 again',
  breaks: ['RFC7644-3.6-02'],
  because: 'AMB-095',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'DELETE' || !(isOne(request, '/Users') || isOne(request, '/Groups'))) return reply
    if (reply.status === 204) gone(next).add(request.path)
    return gone(next).has(request.path) ? { status: 204, headers: {} } : reply
  },
})
