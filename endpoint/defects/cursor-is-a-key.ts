import { URN } from '#scim'
import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'cursor-is-a-key',
  title: 'Whoever has a cursor needs no token',
  breaks: ['RFC9865-5.2-02', 'RFC9865-5.2-01'],
  settings: (plain) => ({ ...plain, token: undefined }),
  around: (request, next) => {
    if (request.headers.authorization !== undefined || parameterOf(request, 'cursor')) return next(request)
    const headers = { 'content-type': 'application/scim+json', 'www-authenticate': 'Bearer realm="scim"' }
    return { status: 401, headers, body: { schemas: [URN.error], status: '401' } }
  },
})
