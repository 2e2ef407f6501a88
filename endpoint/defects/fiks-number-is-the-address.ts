import { member, URN } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'fiks-number-is-the-address',
  title: 'meta.location names a user by the identity number',
  breaks: ['fiks/P-11'],
  around: (request, next) =>
    resourcesRewritten(next(request), (resource) => {
      const number = member(resource[URN.fiksPerson], 'foedselsnummer')
      const meta = resource.meta as { location?: string }
      if (typeof number !== 'string' || !meta?.location) return resource
      return { ...resource, meta: { ...meta, location: meta.location.replace(/[^/]*$/, number) } }
    }),
})
