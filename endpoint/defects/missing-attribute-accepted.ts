import { defect, requestBody, rewritten } from '../deviation.ts'

export default defect({
  id: 'missing-attribute-accepted',
  title: 'A user without userName is created',
  breaks: ['RFC7643-4.1.1-01', 'RFC7643-4.1.1-03'],
  around: (request, next) => {
    const reply = next(request)
    const body = requestBody(request)
    const nameless = request.method === 'POST' && body && reply.status === 400 && body.userName === undefined
    if (!nameless || !request.path.startsWith('/Users')) return reply
    const created = next({ ...request, body: JSON.stringify({ ...body, userName: 'nobody' }) })
    return rewritten(created, ({ userName: _, ...rest }) => rest)
  },
})
