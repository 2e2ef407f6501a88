import { aside, memory, pathOf, succeeded } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

const firstOf = memory((): { path?: string } => ({}))

export default defect({
  id: 'create-group-overwrites-the-first',
  title: 'A new group is written over the first that there is',
  breaks: ['RFC7643-3.1-07'],
  because: 'Snipe-IT (grokability/snipe-it#19493)',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'POST' || request.path !== '/Groups' || reply.status !== 201) return reply
    const first = firstOf(next).path
    if (first === undefined || !succeeded(aside(request, next).read(first))) {
      firstOf(next).path = pathOf('/Groups', reply.body)
      return reply
    }
    const { write } = aside(request, next)
    write('DELETE', pathOf('/Groups', reply.body))
    return { ...write('PUT', first, requestBody(request)), status: 201 }
  },
})
