import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'error-status-is-a-number',
  title: 'The status in an error is a number',
  breaks: ['RFC7644-3.12-04'],
  because: 'UnboundID SCIM 2 SDK (pingidentity/scim2#90)',
  around: (request, next) => {
    const reply = next(request)
    return reply.status >= 400 ? rewritten(reply, (body) => ({ ...body, status: reply.status })) : reply
  },
})
