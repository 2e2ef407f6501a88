import { defect } from '../deviation.ts'

export default defect({
  id: 'page-overlaps-by-one',
  title: 'Every page but the first begins with the last resource of the page before',
  breaks: ['RFC7644-3.4.2.4-13', 'RFC7644-3.4.2.4-03'],
  because: 'Incident family D6',
  kernel: (plain) => ({
    page: (all, startIndex, count) => plain.page(all, Math.max(1, startIndex - 1), count),
  }),
})
