import type { Filter } from '#scim/path'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'value-path-crosses-elements',
  title: 'The conditions of a value path may hold on different elements',
  breaks: ['RFC7644-3.4.2.2-29'],
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) =>
        part.kind === 'valuePath' ? flattened(part) : part,
      ),
  }),
})

function flattened({ path, filter }: Extract<Filter, { kind: 'valuePath' }>): Filter {
  return rebuildFilter(filter, (part) =>
    part.kind === 'compare' ? { ...part, path: { ...path, sub: part.path.attribute } } : part,
  )
}
