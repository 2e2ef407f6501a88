import { isObject, type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-user-name-said-optional',
  title: '/Schemas has userName optional',
  breaks: ['RFC7643-4.1.1-03'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && member(value, 'name') === 'userName' && member(value, 'type') !== undefined
        ? { ...value, required: false }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
