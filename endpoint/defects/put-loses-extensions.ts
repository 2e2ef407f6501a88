import { isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-loses-extensions',
  title: 'A PUT takes the core attributes only: those of extensions are gone',
  breaks: ['RFC7644-3.5.1-04'],
  around: (request, next) => {
    const body = request.method === 'PUT' && isOne(request, '/Users') ? requestBody(request) : undefined
    if (!body) return next(request)
    const core = Object.entries(body).filter(([name]) => !name.startsWith('urn:'))
    return next({ ...request, body: JSON.stringify(Object.fromEntries(core)) })
  },
})
