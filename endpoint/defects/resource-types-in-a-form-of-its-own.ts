import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'resource-types-in-a-form-of-its-own',
  title: '/ResourceTypes is an object with resource_types',
  breaks: ['RFC7644-4-07', 'RFC7644-4-09'],
  because: 'Scimitar (pond/scimitar#146)',
  around: (request, next) => {
    const reply = next(request)
    if (request.path !== '/ResourceTypes' || reply.status !== 200) return reply
    return { ...reply, body: { resource_types: member(reply.body, 'Resources') ?? [] } }
  },
})
