import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-scheme-is-a-sentence',
  title: 'The type of an authentication scheme is a sentence',
  breaks: ['RFC7643-5-22'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    ...body,
    authenticationSchemes: [{ type: 'Token in a header', name: 'Token', description: 'Ask for one' }],
  })),
})
