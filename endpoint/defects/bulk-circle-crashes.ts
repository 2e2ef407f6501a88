import { isInPair, operationsIn } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'bulk-circle-crashes',
  title: 'A circle of references in a bulk request is answered 500',
  breaks: ['RFC7644-3.7.1-02'],
  around: (request, next) => {
    if (!operationsIn(request)?.some(isInPair)) return next(request)
    const allowed = next({ ...request, method: 'GET', path: '/ResourceTypes' })
    return allowed.status === 200 ? errorReply(new Error('Maximum call stack size exceeded')) : allowed
  },
})
