import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-count-may-change',
  title: 'With a cursor, each page may have another count',
  because: 'AMB-106',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, changedCount: 'take' } }),
})
