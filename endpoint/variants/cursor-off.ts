import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-off',
  title: 'There is no paging by cursor, and that is said',
  because: 'RFC9865-4-03',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, cursor: false } }),
})
