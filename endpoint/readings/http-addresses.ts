import { type JsonObject, member } from '#scim'
import { reading, resourcesRewritten } from '../deviation.ts'

export default reading({
  id: 'http-addresses',
  title: 'Addresses of resources begin with http',
  readings: ['AMB-096/http-address'],
  around: (request, next) => {
    const reply = next(request)
    const location = reply.headers.location?.replace('https:', 'http:')
    const headers = location === undefined ? reply.headers : { ...reply.headers, location }
    return resourcesRewritten({ ...reply, headers }, (one) => {
      const place = member(one.meta, 'location')
      if (typeof place !== 'string') return one
      return { ...one, meta: { ...(one.meta as JsonObject), location: place.replace('https:', 'http:') } }
    })
  },
})
