import { member, ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-with-type-refused',
  title: 'A member that is given with its type is refused',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'INC-120',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const typed = operations.some(
        ({ value }) => Array.isArray(value) && value.some((one) => member(one, '$ref') !== undefined),
      )
      if (typed) throw new ScimError(400, 'invalidValue', 'A member has nothing but a value')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
