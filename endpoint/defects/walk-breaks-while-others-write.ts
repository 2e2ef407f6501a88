import { memory } from '../aside.ts'
import { defect, parameterOf, withParameter } from '../deviation.ts'

/** The last write, and what was asked for before it. */
const seen = memory(() => ({ writes: 0, walks: new Map<string, number>() }))

export default defect({
  id: 'walk-breaks-while-others-write',
  title: 'A page that is asked for after a change since the page before ends as 500',
  breaks: ['RFC7644-3.4.2-04'],
  because: 'Incident family D2: whoever walks while others write has to cope, and so has the service',
  around: (request, next) => {
    const known = seen(next)
    const reply = next(request)
    if (request.method !== 'GET') known.writes += 1
    const start = Number(parameterOf(request, 'startIndex') ?? '1')
    if (request.method !== 'GET' || parameterOf(request, 'filter') === undefined || reply.status !== 200)
      return reply
    const walk = withParameter(request, 'startIndex', undefined).path
    const before = known.walks.get(walk)
    known.walks.set(walk, known.writes)
    const isBroken = start > 1 && before !== undefined && before !== known.writes
    return isBroken ? { status: 500, headers: {} } : reply
  },
})
