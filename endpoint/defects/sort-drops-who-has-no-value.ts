import { defect } from '../deviation.ts'
import { placingUnassigned } from '../place-unassigned.ts'

export default defect({
  id: 'sort-drops-who-has-no-value',
  title: 'Who has no value to sort by is missing from the list',
  breaks: ['RFC7644-3.4.2.3-07'],
  because: 'An inner join',
  kernel: (plain) => placingUnassigned(plain, (assigned) => assigned),
})
