import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-flags-as-text',
  title: 'Features are supported with a string',
  breaks: ['RFC7643-5-10', 'RFC7643-5-15'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    patch: { supported: 'true' },
    sort: { supported: 'True' },
  })),
})
