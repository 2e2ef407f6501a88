import { findAttribute } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-unknown-attribute-crashes',
  title: 'PATCH of an attribute that no schema knows is answered 500',
  breaks: ['RFC7644-3.5.2-10'],
  because: 'INC-023',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const unknown = operations.some(({ path }) => path && !findAttribute(model, path.path))
      if (unknown) throw new Error('the column does not exist')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
