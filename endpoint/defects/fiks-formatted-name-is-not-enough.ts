import { ScimError, URN } from '#scim'
import { isUnassigned } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-formatted-name-is-not-enough',
  title: 'A user that has name.formatted alone is refused',
  breaks: ['fiks/F-23'],
  kernel: () => ({
    keep: (resource, model) => {
      if (model.core.id === URN.user && resource.name !== undefined && isUnassigned(resource.displayName))
        throw new ScimError(400, 'invalidValue', 'A user needs a displayName')
      return resource
    },
  }),
})
