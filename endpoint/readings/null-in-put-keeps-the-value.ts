import { isUnassigned } from '#scim/resource'
import { reading, requestBody } from '../deviation.ts'

export default reading({
  id: 'null-in-put-keeps-the-value',
  title: 'PUT keeps what the body sets to null or an empty array',
  readings: ['AMB-042/null-kept'],
  settings: (plain) => ({ ...plain, putOmitted: 'keep' }),
  around: (request, next) => {
    const body = request.method === 'PUT' ? requestBody(request) : undefined
    if (!body) return next(request)
    const left = Object.entries(body).filter(([, value]) => !isUnassigned(value))
    return next({ ...request, body: JSON.stringify(Object.fromEntries(left)) })
  },
})
