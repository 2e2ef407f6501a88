import { defect } from '../deviation.ts'
import type { EndpointRequest, Handler, Reply } from '../exchange.ts'

export default defect({
  id: 'fiks-json-number-is-taken',
  title: 'An identity number sent as a JSON number is taken, ten digits or eleven',
  breaks: ['fiks/F-28'],
  around: (request: EndpointRequest, next: Handler): Reply => {
    const body = request.body?.replace(/("foedselsnummer":\s*)(\d+)/g, '$1"$2"')
    return next(body === undefined ? request : { ...request, body })
  },
})
