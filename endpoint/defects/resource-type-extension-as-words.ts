import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'resource-type-extension-as-words',
  title: 'An extension is required with "no"',
  breaks: ['RFC7643-6-18'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ResourceTypes') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) => (name === 'required' ? 'no' : value))
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
