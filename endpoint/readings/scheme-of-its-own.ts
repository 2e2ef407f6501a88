import type { JsonObject } from '#scim'
import { discoveryRewritten, reading } from '../deviation.ts'

export default reading({
  id: 'scheme-of-its-own',
  title: '/ServiceProviderConfig names an authentication scheme that the RFC does not list',
  readings: ['AMB-010/other-scheme'],
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    authenticationSchemes: (body.authenticationSchemes as JsonObject[]).map((one) => ({
      ...one,
      type: 'mtls',
    })),
  })),
})
