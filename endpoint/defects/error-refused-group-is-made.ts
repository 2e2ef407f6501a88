import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'error-refused-group-is-made',
  title: 'A group with an impossible member is refused and made without it',
  breaks: ['RFC7644-3.12-01'],
  because: 'Incident family D5',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'POST' || request.path !== '/Groups' || reply.status !== 400) return reply
    const { members: _, ...rest } = requestBody(request) ?? {}
    next({ ...request, body: JSON.stringify(rest) })
    return reply
  },
})
