import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-only',
  title: 'Lists are paged by cursor only, and said to be',
  because: 'RFC9865-2.3-01',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, index: false, method: 'cursor' } }),
})
