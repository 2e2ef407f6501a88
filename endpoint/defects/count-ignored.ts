import { defect } from '../deviation.ts'

export default defect({
  id: 'count-ignored',
  title: 'count is ignored: the page has all it can hold',
  breaks: ['RFC7644-3.4.2.4-05', 'RFC7644-3.4.2.4-08'],
  kernel: (plain) => ({ page: (all, startIndex) => plain.page(all, startIndex, 200) }),
})
