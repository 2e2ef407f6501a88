import { member } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'http-location-on-every-answer',
  title: 'Every answer with a resource has Location and Content-Location',
  because: 'AMB-020',
  around: (request, next) => {
    const reply = next(request)
    const location = member(member(reply.body, 'meta'), 'location')
    if (typeof location !== 'string') return reply
    return { ...reply, headers: { ...reply.headers, location, 'content-location': location } }
  },
})
