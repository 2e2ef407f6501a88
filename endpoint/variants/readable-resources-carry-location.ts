import { member } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'readable-resources-carry-location',
  title: 'GET answers have Location and Content-Location',
  because: 'AMB-020',
  around: (request, next) => {
    const reply = next(request)
    const location = member(member(reply.body, 'meta'), 'location')
    if (request.method !== 'GET' || typeof location !== 'string') return reply
    return { ...reply, headers: { ...reply.headers, location, 'content-location': location } }
  },
})
