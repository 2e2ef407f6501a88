import { variant } from '../deviation.ts'

export default variant({
  id: 'cursor-is-the-default',
  title: 'Who names no method gets cursors',
  because: 'RFC9865-2.4-02',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, method: 'cursor' } }),
})
