import { isObject, member } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'location-of-version-1',
  title: 'meta.location is that of version 1',
  breaks: ['RFC7644-3.13-02'],
  around: (request, next) =>
    resourcesRewritten(next(request), (one) => {
      const location = member(one.meta, 'location')
      if (!isObject(one.meta) || typeof location !== 'string') return one
      return { ...one, meta: { ...one.meta, location: location.replace('/v2/', '/v1/') } }
    }),
})
