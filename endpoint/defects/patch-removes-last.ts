import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-removes-last',
  title: 'All removals of a PATCH are done after everything else',
  breaks: ['RFC7644-3.5.2-18'],
  kernel: (plain) =>
    changing(plain, (operations) => [
      ...operations.filter(({ op }) => op !== 'remove'),
      ...operations.filter(({ op }) => op === 'remove'),
    ]),
})
