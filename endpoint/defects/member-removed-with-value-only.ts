import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'member-removed-with-value-only',
  title: 'A value path removes a member only where the operation has a value as well',
  breaks: ['RFC7644-3.5.2.2-05'],
  because: 'INC-003',
  kernel: (plain) =>
    dropping(
      plain,
      ({ op, path, value }, { members }) =>
        op === 'remove' && path?.filter !== undefined && value === undefined && members !== undefined,
    ),
})
