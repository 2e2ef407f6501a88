import { variant } from '../deviation.ts'

export default variant({
  id: 'removal-without-match-refused',
  title: 'PATCH remove with a filter that matches nothing is refused with noTarget',
  because: 'AMB-052',
  settings: (plain) => ({ ...plain, patch: { ...plain.patch, removeWithoutMatch: 'noTarget' } }),
})
