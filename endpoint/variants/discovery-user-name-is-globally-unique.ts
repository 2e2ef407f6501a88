import type { Json } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'discovery-user-name-is-globally-unique',
  title: '/Schemas has userName globally unique',
  because: 'RFC7643-7-41',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) =>
      name === 'uniqueness' && value === 'server' ? 'global' : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
