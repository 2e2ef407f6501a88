import { defect } from '../deviation.ts'

export default defect({
  id: 'error-not-found-is-empty',
  title: '404 has no body',
  breaks: ['RFC7644-3.12-02'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    return reply.status === 404 ? { status: 404, headers: {} } : reply
  },
})
