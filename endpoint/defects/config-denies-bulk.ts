import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-denies-bulk',
  title: '/ServiceProviderConfig says that there is no bulk, and there is',
  breaks: ['RFC7644-3.12-18'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  })),
})
