import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-ignored',
  title: 'A filter is ignored: everybody is returned',
  breaks: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.2-10'],
  because: 'Incident family W1',
  kernel: () => ({ matches: () => true }),
})
