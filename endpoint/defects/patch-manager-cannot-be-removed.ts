import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-manager-cannot-be-removed',
  title: 'Removing the manager is acknowledged and not done',
  breaks: ['RFC7644-3.5.2.2-02'],
  because: 'INC-106',
  kernel: (plain) => dropping(plain, ({ op, path }) => op === 'remove' && path?.path.attribute === 'manager'),
})
