import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'resource-type-endpoint-is-wrong',
  title: '/ResourceTypes has groups at /Group',
  breaks: ['RFC7644-3.2-01'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ResourceTypes') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) =>
      name === 'endpoint' && value === '/Groups' ? '/Group' : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
