import { variant } from '../deviation.ts'

export default variant({
  id: 'config-needs-token',
  title: '/ServiceProviderConfig cannot be read without the token',
  because: 'AMB-004',
  settings: (plain) => ({ ...plain, publicConfig: false }),
})
