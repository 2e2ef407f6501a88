import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-remove-does-nothing',
  title: 'Removing an attribute is acknowledged and never done',
  breaks: ['RFC7644-3.5.2.2-02'],
  because: 'INC-007',
  kernel: (plain) => dropping(plain, ({ op, path }) => op === 'remove' && !path?.filter),
})
