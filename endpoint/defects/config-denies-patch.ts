import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-denies-patch',
  title: '/ServiceProviderConfig says that there is no PATCH, and there is',
  breaks: ['RFC7644-3.12-18', 'fiks/F-63'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({ ...body, patch: { supported: false } })),
})
