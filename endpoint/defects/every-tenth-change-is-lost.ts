import { isOne, memory } from '../aside.ts'
import { defect } from '../deviation.ts'

const changes = memory(() => ({ count: 0 }))

export default defect({
  id: 'every-tenth-change-is-lost',
  title: 'Every tenth PATCH of a user is acknowledged and not done',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Incident family D2: a queue that is full drops what it has acknowledged',
  around: (request, next) => {
    if (request.method !== 'PATCH' || !isOne(request, '/Users')) return next(request)
    const known = changes(next)
    known.count += 1
    return known.count % 10 === 0 ? next({ ...request, method: 'GET', body: '' }) : next(request)
  },
})
