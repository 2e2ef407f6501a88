import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'discovery-schemas-as-bare-array',
  title: '/Schemas is a bare array',
  breaks: ['RFC7644-4-04', 'RFC7644-4-09'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    return request.path === '/Schemas' ? { ...reply, body: member(reply.body, 'Resources') ?? [] } : reply
  },
})
