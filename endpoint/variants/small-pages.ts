import { variant } from '../deviation.ts'

export default variant({
  id: 'small-pages',
  title: 'A page has two resources at most',
  because: 'RFC7644-3.4.2.4-09',
  settings: (plain) => ({ ...plain, pageSize: 2 }),
})
