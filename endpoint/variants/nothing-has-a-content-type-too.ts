import { variant } from '../deviation.ts'

export default variant({
  id: 'nothing-has-a-content-type-too',
  title: 'A 204 has a Content-Type',
  because: 'RFC7644-3.6-06',
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 204) return reply
    return { ...reply, headers: { ...reply.headers, 'content-type': 'application/scim+json' } }
  },
})
