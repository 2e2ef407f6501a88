import { defect } from '../deviation.ts'

export default defect({
  id: 'delete-keeps-user',
  title: 'DELETE is answered 204 and the user stays',
  breaks: ['RFC7644-3.6-02', 'RFC7644-3.6-03'],
  because: 'Incident family P1',
  around: (request, next) => {
    if (request.method !== 'DELETE') return next(request)
    const reply = next({ ...request, method: 'GET' })
    return reply.status === 200 ? { status: 204, headers: {} } : reply
  },
})
