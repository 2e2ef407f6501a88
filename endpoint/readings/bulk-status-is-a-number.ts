import { eachResult } from '../bulk-deviation.ts'
import { reading } from '../deviation.ts'

export default reading({
  id: 'bulk-status-is-a-number',
  title: 'The status in a bulk result is a number',
  readings: ['AMB-099/status-number'],
  around: (request, next) =>
    eachResult(request, next, (result) => ({ ...result, status: Number(result.status) })),
})
