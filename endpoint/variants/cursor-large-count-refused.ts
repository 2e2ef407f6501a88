import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-large-count-refused',
  title: 'With a cursor, a count above maxPageSize is refused',
  because: 'AMB-106',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, largeCount: 'refuse' } }),
})
