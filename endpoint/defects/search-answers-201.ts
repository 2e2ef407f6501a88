import { defect, requestBody } from '../deviation.ts'
import type { Reply } from '../exchange.ts'

export default defect({
  id: 'search-answers-201',
  title: '.search answers as a create does, with 201',
  breaks: ['RFC7644-3.4.3-02', 'RFC7644-3.4.3-18'],
  around: (request, next) => {
    const body = request.path.endsWith('/.search') ? requestBody(request) : undefined
    return body ? created(next(request)) : next(request)
  },
})

function created(reply: Reply): Reply {
  return reply.status === 200 ? { ...reply, status: 201 } : reply
}
