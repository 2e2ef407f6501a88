import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'resource-type-hides-extensions',
  title: '/ResourceTypes does not mention extensions',
  breaks: ['RFC7643-3-06'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ResourceTypes') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) =>
      name === 'schemaExtensions' ? undefined : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
