import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-add-to-filter-dropped',
  title: 'add to a value path that matches nothing is acknowledged and adds nothing',
  breaks: ['RFC7644-3.5.2-22'],
  because: 'Incident family A5',
  kernel: (plain) =>
    dropping(
      plain,
      ({ op, path }, { emails }) =>
        op === 'add' && path?.filter !== undefined && !JSON.stringify(emails ?? []).includes('home'),
    ),
})
