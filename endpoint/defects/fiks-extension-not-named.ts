import { URN } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'fiks-extension-not-named',
  title: 'A user has the person extension, and schemas does not say so',
  breaks: ['fiks/F-20'],
  around: (request, next) =>
    resourcesRewritten(next(request), (resource) => ({
      ...resource,
      schemas: (resource.schemas as string[]).filter((urn) => urn !== URN.fiksPerson),
    })),
})
