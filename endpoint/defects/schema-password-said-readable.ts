import { isObject, type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-password-said-readable',
  title: '/Schemas has the password readable',
  breaks: ['RFC7643-4.1.1-26'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && member(value, 'name') === 'password' && member(value, 'type') !== undefined
        ? { ...value, mutability: 'readWrite', returned: 'default' }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
