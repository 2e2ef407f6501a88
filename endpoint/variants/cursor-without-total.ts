import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-without-total',
  title: 'Pages by cursor that are not all there is have no totalResults',
  because: 'RFC9865-2-19',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, total: false } }),
})
