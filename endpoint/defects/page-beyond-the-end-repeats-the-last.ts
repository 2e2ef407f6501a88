import { defect } from '../deviation.ts'

export default defect({
  id: 'page-beyond-the-end-repeats-the-last',
  title: 'A startIndex beyond the end gives the last page once more',
  breaks: ['RFC7644-3.4.2.4-11', 'RFC7644-3.4.2-06'],
  because: 'Importers that stop at an empty page never stop',
  kernel: (plain) => ({
    page: (all, startIndex, count) => plain.page(all, Math.max(1, Math.min(startIndex, all.length)), count),
  }),
})
