import { operationsIn } from '../bulk-deviation.ts'
import { defect, requestBody, rewritten } from '../deviation.ts'

export default defect({
  id: 'bulk-fail-on-errors-echoed',
  title: 'The answer to a bulk request repeats failOnErrors',
  breaks: ['RFC7644-3.7-05'],
  around: (request, next) => {
    const reply = next(request)
    const failOnErrors = requestBody(request)?.failOnErrors
    if (!operationsIn(request) || reply.status !== 200 || failOnErrors === undefined) return reply
    return rewritten(reply, (body) => ({ ...body, failOnErrors }))
  },
})
