import { isObject, member } from '#scim'
import { operationsIn } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-answers-with-the-error',
  title: 'An operation that fails makes its error the answer to the whole request',
  breaks: ['RFC7644-3.7-18'],
  around: (request, next) => {
    const reply = next(request)
    const results = operationsIn(request) ? member(reply.body, 'Operations') : undefined
    const failed = Array.isArray(results) ? results.find((one) => member(one, 'response')) : undefined
    const body = member(failed, 'response')
    return isObject(body) ? { ...reply, status: Number(body.status), body } : reply
  },
})
