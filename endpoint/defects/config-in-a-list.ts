import { URN } from '#scim'
import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-in-a-list',
  title: '/ServiceProviderConfig is a list with one entry',
  breaks: ['RFC7644-4-02'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ServiceProviderConfig', (body) => ({
    schemas: [URN.listResponse],
    totalResults: 1,
    Resources: [body],
  })),
})
