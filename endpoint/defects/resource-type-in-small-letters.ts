import { isObject } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'resource-type-in-small-letters',
  title: 'meta.resourceType is "user"',
  breaks: ['RFC7643-3.1-20'],
  around: (request, next) =>
    resourcesRewritten(next(request), (resource) => {
      const { meta } = resource
      if (!isObject(meta)) return resource
      return { ...resource, meta: { ...meta, resourceType: String(meta.resourceType).toLowerCase() } }
    }),
})
