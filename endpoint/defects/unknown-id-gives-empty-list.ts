import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'unknown-id-gives-empty-list',
  title: 'An unknown id is answered 200 with an empty list',
  breaks: ['RFC7644-3.12-13', 'RFC7644-3.6-02'],
  around: (request, next) => {
    const reply = next(request)
    const isLookup = request.method === 'GET' && /^\/(?:Users|Groups)\/[^?]/.test(request.path)
    if (!isLookup || reply.status !== 404) return reply
    return { ...reply, status: 200, body: { schemas: [URN.listResponse], totalResults: 0, Resources: [] } }
  },
})
