import { memory } from '../aside.ts'
import { defect } from '../deviation.ts'
import { burst } from '../moment.ts'

/** Of equal creates in a tenth of a second so many are told of each other. */
const TOLD = 3

const creates = memory(() => burst(100))

export default defect({
  id: 'create-race-of-many-crashes',
  title: 'Of many equal creates at the same time the last ones end as 500',
  breaks: ['RFC7644-3.3-10'],
  because: 'Gravitee (gravitee-io/gravitee-access-management#8290), with more than two',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'POST' || request.body === undefined) return reply
    const isCrowded = creates(next).count(request.body) > TOLD
    return isCrowded && reply.status === 409 ? { status: 500, headers: {} } : reply
  },
})
