import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'member-empty-list-ignored',
  title: 'Replacing the members with none leaves them all in',
  breaks: ['RFC7644-3.5.2.3-03'],
  because: 'INC-032',
  kernel: (plain) =>
    dropping(
      plain,
      ({ op, path, value }) =>
        op === 'replace' && path?.path.attribute === 'members' && Array.isArray(value) && value.length === 0,
    ),
})
