import type { Json } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schemas-without-parts',
  title: '/Schemas leaves out the sub-attributes of complex attributes',
  breaks: ['RFC7643-7-15'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas')) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) =>
      name === 'subAttributes' ? undefined : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
