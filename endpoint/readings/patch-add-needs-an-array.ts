import { isObject } from '#scim'
import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default reading({
  id: 'patch-add-needs-an-array',
  title: 'PATCH add to a multi-valued attribute takes an array only',
  readings: ['AMB-059/object-refused'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const multiValued = (name: string) =>
        model.core.attributes.some((one) => one.name === name && one.multiValued)
      const single = operations.find(
        ({ op, path, value }) =>
          op === 'add' && path && !path.filter && multiValued(path.path.attribute) && isObject(value),
      )
      if (single) throw badRequest('invalidValue', 'The value has to be an array')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
