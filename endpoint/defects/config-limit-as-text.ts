import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-limit-as-text',
  title: 'filter.maxResults is a string',
  breaks: ['RFC7643-5-18'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    filter: { supported: true, maxResults: '200' },
  })),
})
