import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-needs-a-path',
  title: 'An operation without a path is refused',
  breaks: ['RFC7644-3.5.2-07'],
  because: 'INC-022',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      if (operations.some(({ path }) => !path)) throw new ScimError(400, 'noTarget', 'path is missing')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
