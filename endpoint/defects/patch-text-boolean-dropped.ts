import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-text-boolean-dropped',
  title: '"False" for a boolean is acknowledged and not stored',
  breaks: ['RFC7644-3.5.2-22'],
  because: 'Incident family A6',
  kernel: (plain) =>
    dropping(plain, ({ path, value }) => path?.path.attribute === 'active' && typeof value === 'string'),
})
