import { variant } from '../deviation.ts'

export default variant({
  id: 'discovery-filter-ignored',
  title: 'A filter on discovery is ignored',
  because: 'AMB-007',
  settings: (plain) => ({ ...plain, discoveryFilter: 'ignore' }),
})
