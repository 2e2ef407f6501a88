import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-drops-the-time-zone',
  title: 'The zone of a time in a filter is passed over',
  breaks: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-18'],
  kernel: misread((part) =>
    part.kind === 'compare' && part.op !== 'pr' && typeof part.value === 'string'
      ? { ...part, value: part.value.replace(/(T[\d:.]+)[+-]\d\d:\d\d$/, '$1Z') }
      : part,
  ),
})
