import { countingWrites } from '../count-writes.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-without-effect-moves-the-time',
  title: 'A PATCH that changes nothing moves lastModified',
  breaks: ['RFC7644-3.5.2.1-12'],
  kernel: countingWrites,
})
