import { memory } from '../aside.ts'
import { defect } from '../deviation.ts'

const sent = memory(() => new Set<string>())

export default defect({
  id: 'create-race-crashes',
  title: 'The same create sent twice ends as 500 the second time',
  breaks: ['RFC7644-3.3-10'],
  because: 'Gravitee (gravitee-io/gravitee-access-management#8290)',
  around: (request, next) => {
    const { method, body = '' } = request
    const reply = next(request)
    if (method !== 'POST') return reply
    const again = sent(next).has(body)
    sent(next).add(body)
    return again && reply.status === 409 ? { status: 500, headers: {} } : reply
  },
})
