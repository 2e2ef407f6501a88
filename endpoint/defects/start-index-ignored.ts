import { defect } from '../deviation.ts'

export default defect({
  id: 'start-index-ignored',
  title: 'Every page is the first page',
  breaks: ['RFC7644-3.4.2.4-13', 'RFC7644-3.4.2.4-12'],
  because: 'Incident family D6',
  kernel: (plain) => ({ page: (all, _, count) => plain.page(all, 1, count) }),
})
