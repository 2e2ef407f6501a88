import { eachResult } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-status-always-200',
  title: 'Every bulk result that is no error has the status 200',
  breaks: ['RFC7644-3.7.3-03'],
  around: (request, next) =>
    eachResult(request, next, (result) =>
      String(result.status).startsWith('2') ? { ...result, status: '200' } : result,
    ),
})
