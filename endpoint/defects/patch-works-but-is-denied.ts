import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'patch-works-but-is-denied',
  title: 'PATCH is said not to be supported, and works',
  breaks: ['RFC7644-3.12-18', 'RFC7644-3.5.2-01'],
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({ ...body, patch: { supported: false } })),
})
