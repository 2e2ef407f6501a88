import { isObject, type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-keyword-unheard-of',
  title: 'The mutability of title is "read-write" in /Schemas',
  breaks: ['RFC7643-8.7.2-01'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && member(value, 'name') === 'title' && member(value, 'type') !== undefined
        ? { ...value, mutability: 'read-write' }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
