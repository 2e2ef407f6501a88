import { member } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'written-resources-carry-content-location',
  title: 'Answers to PUT, PATCH and POST have Content-Location',
  because: 'AMB-020',
  around: (request, next) => {
    const reply = next(request)
    const location = member(member(reply.body, 'meta'), 'location')
    if (!/^P/.test(request.method) || typeof location !== 'string') return reply
    return { ...reply, headers: { ...reply.headers, 'content-location': location } }
  },
})
