import { isObject, member } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'location-without-tls',
  title: 'meta.location leads to http',
  breaks: ['RFC7644-7.2-01', 'fiks/F-02'],
  because: 'A service that does not know of the proxy before it',
  around: (request, next) =>
    resourcesRewritten(next(request), (one) => {
      const location = member(one.meta, 'location')
      if (!isObject(one.meta) || typeof location !== 'string') return one
      return { ...one, meta: { ...one.meta, location: location.replace(/^https:/, 'http:') } }
    }),
})
