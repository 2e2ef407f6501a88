import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-first-value-wins',
  title: 'Of two operations on one attribute the first one wins',
  breaks: ['RFC7644-3.5.2-18'],
  because: 'INC-062',
  kernel: (plain) =>
    changing(plain, (operations) =>
      operations.filter(({ path }, index) => {
        const same = operations.findIndex((one) => one.path?.path.attribute === path?.path.attribute)
        return path === undefined || same === index
      }),
    ),
})
