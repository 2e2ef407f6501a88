import { variant } from '../deviation.ts'

export default variant({
  id: 'patch-adds-to-matches-only',
  title: 'PATCH add with a value path that matches nothing is refused with noTarget',
  because: 'AMB-054',
  settings: (plain) => ({ ...plain, patch: { ...plain.patch, addWithFilter: 'noTarget' } }),
})
