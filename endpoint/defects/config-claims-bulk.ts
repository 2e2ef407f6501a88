import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-claims-bulk',
  title: '/ServiceProviderConfig promises bulk, and /Bulk is not there',
  breaks: ['RFC7644-3.2-14'],
  because: 'Incident family P6',
  settings: (plain) => ({ ...plain, features: { ...plain.features, bulk: false } }),
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1048576 },
  })),
})
