import { variant } from '../deviation.ts'

export default variant({
  id: 'config-needs-token',
  title: '/ServiceProviderConfig cannot be read without the token',
  readings: ['AMB-004/discovery-needs-credentials'],
  settings: (plain) => ({ ...plain, publicConfig: false }),
})
