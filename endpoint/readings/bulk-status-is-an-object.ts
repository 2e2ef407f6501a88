import { eachResult } from '../bulk-deviation.ts'
import { reading } from '../deviation.ts'

export default reading({
  id: 'bulk-status-is-an-object',
  title: 'The status in a bulk result is an object with a code',
  readings: ['AMB-099/status-object'],
  around: (request, next) =>
    eachResult(request, next, (result) => ({ ...result, status: { code: result.status ?? null } })),
})
