import { isUnassigned } from '#scim/resource'
import { reading } from '../deviation.ts'
import { badRequest } from '../errors.ts'

export default reading({
  id: 'patch-refuses-null',
  title: 'PATCH refuses null and empty arrays as values',
  readings: ['AMB-058/400'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const empty = operations.find(({ op, value }) => op !== 'remove' && isUnassigned(value ?? null))
      if (empty) throw badRequest('invalidValue', 'A value is needed')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
