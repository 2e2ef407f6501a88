import { defect } from '../deviation.ts'
import { placingUnassigned } from '../place-unassigned.ts'

export default defect({
  id: 'sort-missing-values-first',
  title: 'Who has no value comes first, whatever the order',
  breaks: ['RFC7644-3.4.2.3-07'],
  kernel: (plain) => placingUnassigned(plain, (assigned, unassigned) => [...unassigned, ...assigned]),
})
