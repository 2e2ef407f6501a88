import { reading } from '../deviation.ts'

export default reading({
  id: 'put-answers-204',
  title: 'PUT is answered 204 without a body',
  readings: ['AMB-044/204'],
  around: (request, next) => {
    const reply = next(request)
    return request.method === 'PUT' && reply.status === 200 ? { status: 204, headers: reply.headers } : reply
  },
})
