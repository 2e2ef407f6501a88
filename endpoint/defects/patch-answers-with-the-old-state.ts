import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-answers-with-the-old-state',
  title: 'PATCH answers with the resource as it was before',
  breaks: ['RFC7644-3.1-08'],
  because: 'Incident family D2',
  around: (request, next) => {
    if (request.method !== 'PATCH') return next(request)
    const [path = ''] = request.path.split('?', 1)
    const before = next({ ...request, method: 'GET', path })
    const reply = next(request)
    return reply.status === 200 ? { ...reply, ...(before.body ? { body: before.body } : {}) } : reply
  },
})
