import { defect, requestBody } from '../deviation.ts'
import type { Reply } from '../exchange.ts'

export default defect({
  id: 'failed-patch-half-applied',
  title: 'A PATCH that fails keeps what its first operations did',
  breaks: ['RFC7644-3.5.2-20', 'RFC7644-3.5.2-21'],
  because: 'Incident family D5',
  around: (request, next) => {
    const operations = request.method === 'PATCH' ? requestBody(request)?.Operations : undefined
    if (!Array.isArray(operations) || next({ ...request, method: 'GET' }).status !== 200) return next(request)
    const replies = { last: undefined as Reply | undefined }
    for (const operation of operations) {
      const body = JSON.stringify({ ...requestBody(request), Operations: [operation] })
      replies.last = next({ ...request, body })
      if (replies.last.status >= 400) break
    }
    return replies.last ?? next(request)
  },
})
