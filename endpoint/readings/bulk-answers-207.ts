import { member } from '#scim'
import { operationsIn } from '../bulk-deviation.ts'
import { reading } from '../deviation.ts'

export default reading({
  id: 'bulk-answers-207',
  title: 'A bulk request is answered 207 where its operations differ in outcome',
  readings: ['AMB-100/207'],
  around: (request, next) => {
    const reply = next(request)
    const results =
      operationsIn(request) && reply.status === 200 ? member(reply.body, 'Operations') : undefined
    const outcomes = new Set(Array.isArray(results) ? results.map((one) => member(one, 'status')) : [])
    return outcomes.size > 1 ? { ...reply, status: 207 } : reply
  },
})
