import { defect } from '../deviation.ts'

export default defect({
  id: 'auth-without-a-challenge',
  title: '401 does not say how to authenticate',
  breaks: ['RFC7644-2-07'],
  because: 'Incident family W9',
  around: (request, next) => {
    const reply = next(request)
    const { 'www-authenticate': _, ...headers } = reply.headers
    return { ...reply, headers }
  },
})
