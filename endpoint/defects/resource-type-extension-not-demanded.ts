import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'resource-type-extension-not-demanded',
  title: '/ResourceTypes has each extension required, and none is asked for',
  breaks: ['RFC7643-6-16'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ResourceTypes') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) => (name === 'required' ? true : value))
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
