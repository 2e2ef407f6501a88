import { variant } from '../deviation.ts'

export default variant({
  id: 'relative-locations',
  title: 'meta.location and $ref have no scheme and host',
  because: 'AMB-020',
  settings: (plain) => ({ ...plain, location: 'relative' }),
})
