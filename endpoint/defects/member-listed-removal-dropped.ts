import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'member-listed-removal-dropped',
  title: 'A removal that lists the members in its value is acknowledged and not done',
  breaks: ['RFC7644-3.5.2.2-03', 'fiks/F-54'],
  because: 'Incident family A1',
  kernel: (plain) =>
    dropping(
      plain,
      ({ op, path, value }) => op === 'remove' && path?.path.attribute === 'members' && value !== undefined,
    ),
})
