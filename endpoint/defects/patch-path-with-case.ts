import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-path-with-case',
  title: 'Attribute names in a path are matched with regard to case',
  breaks: ['RFC7644-3.10-05'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      for (const { path } of operations) {
        const known =
          !path || path.path.uri || model.core.attributes.some(({ name }) => name === path.path.attribute)
        if (!known) throw new ScimError(400, 'invalidPath', 'There is no such attribute')
      }
      return plain.patch(resource, operations, model, options)
    },
  }),
})
