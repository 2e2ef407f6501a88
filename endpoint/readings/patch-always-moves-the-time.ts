import { countingWrites } from '../count-writes.ts'
import { reading } from '../deviation.ts'

export default reading({
  id: 'patch-always-moves-the-time',
  title: 'PATCH moves lastModified although nothing changes',
  readings: ['AMB-064/timestamp-moved'],
  kernel: countingWrites,
})
