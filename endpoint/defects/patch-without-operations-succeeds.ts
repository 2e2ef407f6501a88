import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'patch-without-operations-succeeds',
  title: 'A PATCH that has no Operations is answered with success',
  breaks: ['RFC7644-3.5.2-04'],
  because: 'SimpleIdServer (simpleidserver/SimpleIdServer#418)',
  around: (request, next) => {
    const body = request.method === 'PATCH' ? requestBody(request) : undefined
    if (!body || Object.keys(body).some((name) => name.toLowerCase() === 'operations')) return next(request)
    return aside(request, next).read(request.path)
  },
})
