import { variant } from '../deviation.ts'

export default variant({
  id: 'discovery-filter-ignored',
  title: 'A filter on discovery is ignored',
  readings: ['AMB-007/unfiltered'],
  settings: (plain) => ({ ...plain, discoveryFilter: 'ignore' }),
})
