import { isObject, type Json, member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-flags-as-text',
  title: 'multiValued is a string in /Schemas',
  breaks: ['RFC7643-7-17'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && Object.hasOwn(value, 'multiValued')
        ? { ...value, multiValued: String(member(value, 'multiValued')) }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
