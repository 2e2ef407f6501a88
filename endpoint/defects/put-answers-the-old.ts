import { aside, succeeded } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'put-answers-the-old',
  title: 'The answer to a PUT shows the resource as it was before',
  breaks: ['RFC7644-3.1-08'],
  because: 'Incident family W10',
  around: (request, next) => {
    const before = request.method === 'PUT' ? aside(request, next).read(request.path).body : undefined
    const reply = next(request)
    return before !== undefined && succeeded(reply) ? { ...reply, body: before } : reply
  },
})
