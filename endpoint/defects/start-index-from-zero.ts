import { defect } from '../deviation.ts'

export default defect({
  id: 'start-index-from-zero',
  title: 'Pages begin one resource too late, as if startIndex counted from 0',
  breaks: ['RFC7644-3.4.2.4-03'],
  because: 'Incident family D6',
  kernel: (plain) => ({ page: (all, startIndex, count) => plain.page(all, startIndex + 1, count) }),
})
