import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-order-ignored',
  title: 'sortOrder=descending sorts upwards',
  breaks: ['RFC7644-3.4.2.3-08'],
  kernel: (plain) => ({ sort: (resources, model, path) => plain.sort(resources, model, path, 'ascending') }),
})
