import { defect } from '../deviation.ts'

export default defect({
  id: 'page-never-has-the-last',
  title: 'No page has the last of several resources',
  breaks: ['RFC7644-3.4.2.4-13'],
  kernel: (plain) => ({
    page: (all, startIndex, count) =>
      plain.page(all.slice(0, Math.max(1, all.length - 1)), startIndex, count),
  }),
})
