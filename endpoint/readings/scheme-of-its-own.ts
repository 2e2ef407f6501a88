import type { JsonObject } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'scheme-of-its-own',
  title: '/ServiceProviderConfig names an authentication scheme that the RFC does not list',
  readings: ['AMB-010/other-scheme'],
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig')) return reply
    return rewritten(reply, (body) => ({
      ...body,
      authenticationSchemes: (body.authenticationSchemes as JsonObject[]).map((one) => ({
        ...one,
        type: 'mtls',
      })),
    }))
  },
})
