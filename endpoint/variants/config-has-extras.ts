import { discoveryRewritten, variant } from '../deviation.ts'

export default variant({
  id: 'config-has-extras',
  title: '/ServiceProviderConfig has attributes that the RFC does not know',
  because: 'AMB-112',
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    securityEvents: { supported: false },
    'x-build': 17,
  })),
})
