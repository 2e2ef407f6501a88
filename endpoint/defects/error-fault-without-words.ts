import { member, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'error-fault-without-words',
  title: 'A filter on an unknown operator is answered 500 without a word',
  breaks: ['RFC7644-3.12-17', 'RFC7644-3.12-35'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    if (member(reply.body, 'scimType') !== 'invalidFilter') return reply
    return { status: 500, headers: reply.headers, body: { schemas: [URN.error], status: '500' } }
  },
})
