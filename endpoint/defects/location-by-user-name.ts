import { isObject, member } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'location-by-user-name',
  title: 'meta.location has the userName in the place of the id',
  breaks: ['RFC7643-3.1-24'],
  around: (request, next) =>
    resourcesRewritten(next(request), (one) => {
      const location = member(one.meta, 'location')
      if (!isObject(one.meta) || typeof location !== 'string') return one
      return {
        ...one,
        meta: { ...one.meta, location: location.replace(/\/Users\/.*$/, `/Users/${String(one.userName)}`) },
      }
    }),
})
