import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-list-of-emails-crashes',
  title: 'A list of addresses in a PATCH is taken for members, and answered 500',
  breaks: ['RFC7644-3.5.2.3-03'],
  because: 'Onyx (onyx-dot-app/onyx#14110)',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const isList = operations.some(
        ({ path, value }) => path?.path.attribute === 'emails' && Array.isArray(value),
      )
      if (isList) throw new Error('a User has no members')
      return plain.patch(resource, operations, model, options)
    },
  }),
})
