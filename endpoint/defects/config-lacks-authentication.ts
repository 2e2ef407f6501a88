import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'config-lacks-authentication',
  title: '/ServiceProviderConfig says nothing of how to authenticate',
  breaks: ['RFC7643-5-19'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ServiceProviderConfig', (body) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'authenticationSchemes')),
  ),
})
