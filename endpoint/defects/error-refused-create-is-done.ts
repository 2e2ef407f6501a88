import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'error-refused-create-is-done',
  title: 'A POST with a value of the wrong type is refused and done without it',
  breaks: ['RFC7644-3.12-01'],
  because: 'Incident family D5',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'POST' || request.path !== '/Users' || reply.status !== 400) return reply
    const { emails: _, ...rest } = requestBody(request) ?? {}
    next({ ...request, body: JSON.stringify(rest) })
    return reply
  },
})
