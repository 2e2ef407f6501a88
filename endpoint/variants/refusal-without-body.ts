import { variant } from '../deviation.ts'

export default variant({
  id: 'refusal-without-body',
  title: '401 has no body',
  readings: ['AMB-034/401-without-body'],
  around: (request, next) => {
    const reply = next(request)
    return reply.status === 401 ? { status: 401, headers: { 'www-authenticate': 'Bearer' } } : reply
  },
})
