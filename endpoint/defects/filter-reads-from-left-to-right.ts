import type { Filter } from '#scim/path'
import { defect } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default defect({
  id: 'filter-reads-from-left-to-right',
  title: 'and and or bind alike: a filter is read from left to right',
  breaks: ['RFC7644-3.4.2.2-35'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const filter = plain.parseFilter(text, model)
      // Where no parentheses say otherwise.
      return text.includes('(') || text.includes('[') ? filter : rebuildFilter(filter, fromTheLeft)
    },
  }),
})

function fromTheLeft(part: Filter): Filter {
  if (part.kind !== 'or' || part.right.kind !== 'and') return part
  const { left, right } = part
  return { kind: 'and', left: { kind: 'or', left, right: right.left }, right: right.right }
}
