import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-answers-without-resource',
  title: 'PATCH answers 200 without a body',
  breaks: ['RFC7644-3.5.2-24'],
  around: (request, next) => {
    const { body, ...reply } = next(request)
    const silent = request.method === 'PATCH' && reply.status === 200
    return silent || body === undefined ? reply : { ...reply, body }
  },
})
