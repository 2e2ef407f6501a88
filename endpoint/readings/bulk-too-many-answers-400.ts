import { operationsIn } from '../bulk-deviation.ts'
import { reading, rewritten } from '../deviation.ts'
import { HONEST } from '../settings.ts'

export default reading({
  id: 'bulk-too-many-answers-400',
  title: 'More operations than maxOperations are refused with 400',
  readings: ['AMB-104/400'],
  around: (request, next) => {
    const reply = next(request)
    const isTooMany = (operationsIn(request)?.length ?? 0) > HONEST.maxOperations
    if (!isTooMany || reply.status !== 413) return reply
    return rewritten({ ...reply, status: 400 }, (body) => ({ ...body, status: '400' }))
  },
})
