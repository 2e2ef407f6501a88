import { variant } from '../deviation.ts'

export default variant({
  id: 'no-search',
  title: 'There is no /.search',
  readings: ['AMB-086/absent'],
  settings: (plain) => ({ ...plain, search: false }),
})
