import { eachResult } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-result-without-location',
  title: 'Bulk tells the place only of what it created',
  breaks: ['RFC7644-3.7-14', 'RFC7644-3.7.3-02'],
  around: (request, next) =>
    eachResult(request, next, ({ location, ...result }) =>
      result.method === 'POST' && location !== undefined ? { ...result, location } : result,
    ),
})
