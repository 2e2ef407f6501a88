import { isObject } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'location-without-a-base',
  title: 'meta.location and Location are the type and the id alone',
  breaks: ['RFC7643-3.1-24', 'RFC7644-3.3-09'],
  because: 'A Go library (elimity-com/scim#172)',
  around: (request, next) => {
    const reply = next(request)
    const { location } = reply.headers
    const headers = location === undefined ? reply.headers : { ...reply.headers, location: bare(location) }
    return resourcesRewritten({ ...reply, headers }, (one) =>
      isObject(one.meta) ? { ...one, meta: { ...one.meta, location: bare(String(one.meta.location)) } } : one,
    )
  },
})

const bare = (location: string) => location.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')
