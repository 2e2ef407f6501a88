import { defect } from '../deviation.ts'
import { placingUnassigned } from '../place-unassigned.ts'

export default defect({
  id: 'sort-missing-values-last',
  title: 'Who has no value comes last, descending as well',
  breaks: ['RFC7644-3.4.2.3-07'],
  kernel: (plain) => placingUnassigned(plain, (assigned, unassigned) => [...assigned, ...unassigned]),
})
