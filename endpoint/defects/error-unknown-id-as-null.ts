import { defect } from '../deviation.ts'

export default defect({
  id: 'error-unknown-id-as-null',
  title: 'A user that there is not is answered 200 with null',
  breaks: ['RFC7644-3.12-13'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    const isRead = request.method === 'GET' && request.path.startsWith('/Users/')
    return isRead && reply.status === 404 ? { status: 200, headers: reply.headers, body: null } : reply
  },
})
