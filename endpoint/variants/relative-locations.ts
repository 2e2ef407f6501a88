import { variant } from '../deviation.ts'

export default variant({
  id: 'relative-locations',
  title: 'meta.location and $ref have no scheme and host',
  readings: ['AMB-020/relative'],
  settings: (plain) => ({ ...plain, location: 'relative' }),
})
