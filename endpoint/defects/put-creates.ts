import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-creates',
  title: 'A PUT to an id that does not exist creates a resource',
  breaks: ['RFC7644-3.2-06', 'RFC7644-3.5.1-02'],
  around: (request, next) => {
    const reply = next(request)
    const [, type] = request.path.split('/')
    if (request.method !== 'PUT' || reply.status !== 404) return reply
    return aside(request, next).write('POST', `/${type}`, requestBody(request) ?? {})
  },
})
