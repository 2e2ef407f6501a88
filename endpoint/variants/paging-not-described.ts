import { variant } from '../deviation.ts'

export default variant({
  id: 'paging-not-described',
  title: 'There is no paging by cursor, and nothing is said of paging',
  because: 'RFC9865-4-02',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, cursor: false, published: false } }),
})
