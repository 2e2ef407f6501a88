import { aside, isOne, succeeded } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-deletes-and-creates',
  title: 'A PUT of a user deletes it and makes a new one, under a new id',
  breaks: ['RFC7643-3.1-07', 'RFC7643-3.1-21'],
  because: 'Incident family W7',
  around: (request, next) => {
    const body = request.method === 'PUT' && isOne(request, '/Users') ? requestBody(request) : undefined
    if (!body || !succeeded(next(request))) return next(request)
    const { write } = aside(request, next)
    write('DELETE', request.path)
    return { ...write('POST', '/Users', body), status: 200 }
  },
})
