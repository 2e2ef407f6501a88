import { defect } from '../deviation.ts'

export default defect({
  id: 'member-removal-keeps-member',
  title: 'Removing one member by value path succeeds and keeps the member',
  breaks: ['RFC7644-3.5.2.2-04', 'fiks/F-54'],
  because: 'Incident family A1',
  kernel: (plain) => ({
    patch: (resource, operations, ...rest) =>
      plain.patch(
        resource,
        operations.filter(({ op, path }) => !(op === 'remove' && path?.filter)),
        ...rest,
      ),
  }),
})
