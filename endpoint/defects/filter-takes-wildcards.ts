import type { Filter } from '#scim/path'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-takes-wildcards',
  title: '% and _ in a text stand for other letters, as in SQL',
  breaks: ['RFC7644-3.4.2.2-12', 'RFC7644-3.4.2.2-13'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(rebuildFilter(filter, asLike), resource, model),
  }),
})

/** Near enough: what comes before the first letter that stands for others has to be there. */
function asLike(part: Filter): Filter {
  if (part.kind !== 'compare' || part.op === 'pr' || typeof part.value !== 'string') return part
  if (!/^(co|sw)$/.test(part.op) || !/[%_]/.test(part.value)) return part
  return { ...part, value: part.value.split(/[%_]/)[0] ?? '' }
}
