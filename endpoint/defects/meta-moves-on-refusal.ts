import { aside, isOne } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'meta-moves-on-refusal',
  title: 'A PUT that was refused as a conflict moves meta.lastModified',
  breaks: ['RFC7644-3.12-01'],
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'PUT' || !isOne(request, '/Users') || reply.status !== 409) return reply
    const { change } = aside(request, next)
    change(request.path, { op: 'add', path: 'nickName', value: 'x' })
    change(request.path, { op: 'remove', path: 'nickName' })
    return reply
  },
})
