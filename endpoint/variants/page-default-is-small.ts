import { variant } from '../deviation.ts'

export default variant({
  id: 'page-default-is-small',
  title: 'Without count a page has two resources, with it up to 200',
  because: 'RFC7644-3.4.2.4-09',
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, defaultSize: 2 } }),
})
