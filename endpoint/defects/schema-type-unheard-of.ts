import { isObject, type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-type-unheard-of',
  title: 'The type of active is "bool" in /Schemas',
  breaks: ['RFC7643-7-14'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && member(value, 'name') === 'active' && member(value, 'type') !== undefined
        ? { ...value, type: 'bool' }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
