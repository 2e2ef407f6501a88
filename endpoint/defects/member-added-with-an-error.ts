import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-added-with-an-error',
  title: 'A member is added, and the answer is 500',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'INC-064',
  around: (request, next) => {
    const reply = next(request)
    const adds = request.method === 'PATCH' && /"add","path":"members"/.test(request.body ?? '')
    return adds && reply.status === 200
      ? { ...reply, status: 500, body: { schemas: [URN.error], status: '500' } }
      : reply
  },
})
