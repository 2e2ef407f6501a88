import { reading } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default reading({
  id: 'not-needs-a-value',
  title: 'not (… eq …) does not find those without a value',
  readings: ['AMB-068/not-skips-unassigned'],
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) =>
        part.kind === 'not' && part.filter.kind === 'compare' && part.filter.op === 'eq'
          ? { kind: 'and', left: part, right: { kind: 'compare', path: part.filter.path, op: 'pr' } }
          : part,
      ),
  }),
})
