import { variant } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default variant({
  id: 'patch-path-goes-beyond-the-urn',
  title: 'The URN of an extension alone is no path of a PATCH',
  because: 'AMB-061',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      if (operations.some(({ path }) => path?.path.attribute === ''))
        throw badRequest('invalidPath', 'The path has to name an attribute')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
