import { isObject, type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-groups-said-writable',
  title: '/Schemas has the groups of a user writable',
  breaks: ['RFC7643-4.1.2-25'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && member(value, 'name') === 'groups' && member(value, 'type') !== undefined
        ? { ...value, mutability: 'readWrite' }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
