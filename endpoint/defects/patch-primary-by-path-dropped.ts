import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-primary-by-path-dropped',
  title: 'Making one of several values primary by its path has no effect',
  breaks: ['RFC7644-3.5.2-19'],
  kernel: (plain) => dropping(plain, ({ path }) => path?.filter !== undefined && path.sub === 'primary'),
})
