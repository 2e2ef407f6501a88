import type { Json } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'discovery-endpoints-without-slash',
  title: '/ResourceTypes has the endpoints without a slash',
  because: 'AMB-009',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ResourceTypes') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) =>
      name === 'endpoint' ? String(value).slice(1) : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
