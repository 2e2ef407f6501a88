import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-claims-etags',
  title: '/ServiceProviderConfig promises entity tags, and there are none',
  breaks: ['RFC7644-3.14-02'],
  because: 'Incident family P6',
  settings: (plain) => ({ ...plain, features: { ...plain.features, etag: false } }),
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({ ...body, etag: { supported: true } })),
})
