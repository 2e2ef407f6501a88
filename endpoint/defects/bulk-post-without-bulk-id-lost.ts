import { answeringSome } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-post-without-bulk-id-lost',
  title: 'A POST without bulkId is told as created and not stored',
  breaks: ['RFC7644-3.7-08'],
  around: (request, next) =>
    answeringSome(request, next, ({ method, bulkId }, index) =>
      method === 'POST' && bulkId === undefined
        ? { method, location: `https://scim.example/Users/lost-${index}`, status: '201' }
        : undefined,
    ),
})
