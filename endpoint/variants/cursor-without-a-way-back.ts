import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-without-a-way-back',
  title: 'No page has a previousCursor',
  because: 'RFC9865-2-13',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, previous: false } }),
})
