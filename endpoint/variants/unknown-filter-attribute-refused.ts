import { variant } from '../deviation.ts'

export default variant({
  id: 'unknown-filter-attribute-refused',
  title: 'A filter on an unknown attribute is refused with invalidFilter',
  because: 'AMB-075',
  settings: (plain) => ({ ...plain, unknownInFilter: 'refuse' }),
})
