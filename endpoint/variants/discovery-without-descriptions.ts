import type { Json } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'discovery-without-descriptions',
  title: 'Schemas, attributes and resource types have no description',
  because: 'AMB-002',
  around: (request, next) => {
    const reply = next(request)
    if (!/^\/(Schemas|ResourceTypes)/.test(request.path) || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (name, value: Json) =>
      name === 'description' ? undefined : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
