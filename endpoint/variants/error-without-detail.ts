import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'error-without-detail',
  title: 'An error has no detail, unless it has to name a limit',
  because: 'RFC7644-3.12-06',
  around: (request, next) => {
    const reply = next(request)
    // RFC7644-3.7.4-04 wants the limit said.
    if (reply.status < 400 || reply.status === 413) return reply
    return rewritten(reply, ({ detail: _, ...body }) => body)
  },
})
