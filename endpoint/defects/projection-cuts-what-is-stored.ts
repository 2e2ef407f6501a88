import { defect, parameterOf, requestBody } from '../deviation.ts'

export default defect({
  id: 'projection-cuts-what-is-stored',
  title: 'PUT with attributes stores only what it answers',
  breaks: ['RFC7644-3.9-05', 'RFC7644-3.9-04'],
  because: 'Silent loss of data',
  around: (request, next) => {
    const names = parameterOf(request, 'attributes')?.split(',')
    const body = request.method === 'PUT' && names ? requestBody(request) : undefined
    if (!body || !names) return next(request)
    const kept = Object.entries(body).filter(([name]) => name === 'schemas' || names.includes(name))
    return next({ ...request, body: JSON.stringify(Object.fromEntries(kept)) })
  },
})
