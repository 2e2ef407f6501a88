import { defect } from '../deviation.ts'

export default defect({
  id: 'start-index-counts-pages',
  title: 'startIndex is the number of a page, not of a resource',
  breaks: ['RFC7644-3.4.2.4-03', 'RFC7644-3.4.2.4-13'],
  because: 'Incident family D6',
  kernel: (plain) => ({
    page: (all, startIndex, count) => plain.page(all, (startIndex - 1) * count + 1, count),
  }),
})
