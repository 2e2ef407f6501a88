import { reading } from '../deviation.ts'

export default reading({
  id: 'answers-plain-json',
  title: 'Answers are of the type application/json',
  readings: ['AMB-032/application-json'],
  settings: (plain) => ({ ...plain, contentType: 'application/json' }),
  around: (request, next) => {
    const reply = next(request)
    const headers = { ...reply.headers, 'content-type': 'application/json' }
    return reply.body === undefined ? reply : { ...reply, headers }
  },
})
