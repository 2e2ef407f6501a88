import { isObject, type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-title-said-unique',
  title: '/Schemas promises that a displayName is had once, and it is not',
  breaks: ['RFC7643-7-40', 'RFC7643-7-42'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && member(value, 'name') === 'displayName' && member(value, 'type') !== undefined
        ? { ...value, uniqueness: 'server' }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
