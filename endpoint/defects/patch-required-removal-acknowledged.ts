import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-required-removal-acknowledged',
  title: 'Removing a required attribute is acknowledged',
  breaks: ['RFC7644-3.5.2.2-09'],
  kernel: (plain) =>
    dropping(
      plain,
      ({ op, path }) => op === 'remove' && ['userName', 'displayName'].includes(path?.path.attribute ?? ''),
    ),
})
