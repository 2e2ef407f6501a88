import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'error-with-extra-members',
  title: 'An error tells more than the RFC knows of',
  because: 'AMB-112',
  around: (request, next) => {
    const reply = next(request)
    if (reply.status < 400) return reply
    return rewritten(reply, (body) => ({ ...body, timestamp: '2026-01-01T00:00:00Z', correlationId: 'c-17' }))
  },
})
