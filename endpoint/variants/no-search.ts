import { variant } from '../deviation.ts'

export default variant({
  id: 'no-search',
  title: 'There is no /.search',
  because: 'AMB-086',
  settings: (plain) => ({ ...plain, search: false }),
})
