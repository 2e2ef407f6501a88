import { isObject, type Json, member, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-id-in-no-namespace',
  title: 'The User schema has an id in a namespace that there is not',
  breaks: ['RFC7643-10.2.1-01', 'RFC7644-4-04'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    const text = JSON.stringify(reply.body, (_, value: Json) =>
      isObject(value) && member(value, 'id') === URN.user
        ? { ...value, id: 'urn:ietf:params:scim:core:2.0:User' }
        : value,
    )
    return { ...reply, body: JSON.parse(text) as Json }
  },
})
