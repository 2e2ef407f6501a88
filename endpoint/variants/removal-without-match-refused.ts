import { variant } from '../deviation.ts'

export default variant({
  id: 'removal-without-match-refused',
  title: 'PATCH remove with a filter that matches nothing is refused with noTarget',
  readings: ['AMB-052/noTarget'],
  settings: (plain) => ({ ...plain, patch: { ...plain.patch, removeWithoutMatch: 'noTarget' } }),
})
