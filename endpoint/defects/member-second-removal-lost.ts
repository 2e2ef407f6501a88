import type { PatchOperation } from '#scim/patch'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'member-second-removal-lost',
  title: 'Of several removals of members in one PATCH the first is done',
  breaks: ['RFC7644-3.5.2.2-04'],
  because: 'Incident family A1',
  kernel: (plain) =>
    changing(plain, (operations) => {
      const removes = ({ op, path }: PatchOperation) => op === 'remove' && path?.path.attribute === 'members'
      const first = operations.findIndex(removes)
      return operations.filter((operation, index) => !removes(operation) || index === first)
    }),
})
