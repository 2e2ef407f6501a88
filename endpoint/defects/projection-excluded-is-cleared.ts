import { defect, parameterOf, requestBody } from '../deviation.ts'

export default defect({
  id: 'projection-excluded-is-cleared',
  title: 'PATCH with excludedAttributes clears what the answer leaves out',
  breaks: ['RFC7644-3.9-08'],
  around: (request, next) => {
    const left = parameterOf(request, 'excludedAttributes')
    const body = request.method === 'PATCH' && left ? requestBody(request) : undefined
    if (!body || !left || !Array.isArray(body.Operations)) return next(request)
    const Operations = [...body.Operations, { op: 'remove', path: left }]
    return next({ ...request, body: JSON.stringify({ ...body, Operations }) })
  },
})
