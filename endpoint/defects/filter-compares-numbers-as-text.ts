import type { Filter } from '#scim/path'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-compares-numbers-as-text',
  title: 'Numbers are compared as texts',
  breaks: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-18'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => plain.matches(rebuildFilter(filter, asText), resource, model),
  }),
})

/** As texts, whatever begins with a low digit comes first, be it of hundreds or of ones. */
function asText(part: Filter): Filter {
  if (part.kind !== 'compare' || part.op === 'pr' || typeof part.value !== 'number') return part
  return { ...part, value: Number(String(part.value).slice(0, 1)) }
}
