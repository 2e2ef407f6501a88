import { discoveryRewritten, reading } from '../deviation.ts'

export default reading({
  id: 'limits-left-out-where-unsupported',
  title: '/ServiceProviderConfig states no limits of what is not supported',
  readings: ['AMB-010/absent-when-unsupported'],
  settings: (plain) => ({ ...plain, features: { ...plain.features, bulk: false } }),
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({ ...body, bulk: { supported: false } })),
})
