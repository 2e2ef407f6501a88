import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-text-for-a-complex-succeeds',
  title: 'A text for a complex attribute is acknowledged and passed over',
  breaks: ['RFC7644-3.5.2.3-05'],
  because: 'SimpleIdServer (simpleidserver/SimpleIdServer#418)',
  kernel: (plain) =>
    dropping(
      plain,
      ({ path, value }) => path?.path.attribute === 'name' && !path.path.sub && typeof value === 'string',
    ),
})
