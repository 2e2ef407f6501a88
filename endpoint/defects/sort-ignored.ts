import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-ignored',
  title: 'sortBy is ignored though sorting is promised',
  breaks: ['RFC7644-3.4.2.3-03'],
  kernel: () => ({ sort: (resources) => resources }),
})
