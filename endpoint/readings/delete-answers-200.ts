import { reading } from '../deviation.ts'

export default reading({
  id: 'delete-answers-200',
  title: 'DELETE is answered 200',
  readings: ['AMB-095/200'],
  around: (request, next) => {
    const reply = next(request)
    return request.method === 'DELETE' && reply.status === 204 ? { ...reply, status: 200 } : reply
  },
})
