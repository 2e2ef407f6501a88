import { variant } from '../deviation.ts'

export default variant({
  id: 'page-size-is-three',
  title: 'A page has three resources at most',
  because: 'RFC9865-4-07',
  settings: (plain) => ({ ...plain, pageSize: 3, paging: { ...plain.paging, defaultSize: 2 } }),
})
