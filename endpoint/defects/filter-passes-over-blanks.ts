import { defect } from '../deviation.ts'
import { misread } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-passes-over-blanks',
  title: 'Blanks at the end of a value are passed over',
  breaks: ['RFC7644-3.4.2.2-10'],
  because: 'Databases that pad their text',
  kernel: misread((part) =>
    part.kind === 'compare' && part.op !== 'pr' && typeof part.value === 'string'
      ? { ...part, value: part.value.trimEnd() }
      : part,
  ),
})
