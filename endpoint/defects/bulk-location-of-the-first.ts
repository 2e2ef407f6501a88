import { eachResult } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-location-of-the-first',
  title: 'Every bulk result has the place of the first',
  breaks: ['RFC7644-3.7.3-02'],
  around: (request, next) =>
    eachResult(request, next, (result, _, [first]) =>
      first?.location === undefined ? result : { ...result, location: first.location },
    ),
})
