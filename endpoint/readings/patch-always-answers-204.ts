import { reading } from '../deviation.ts'

export default reading({
  id: 'patch-always-answers-204',
  title: 'PATCH is answered 204 even if attributes are asked for',
  readings: ['AMB-049/204-with-attributes'],
  around: (request, next) => {
    const reply = next(request)
    return request.method === 'PATCH' && reply.status === 200 ? { status: 204, headers: {} } : reply
  },
})
