import { variant } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default variant({
  id: 'filter-ne-needs-a-value',
  title: 'ne does not find those without a value',
  because: 'AMB-068',
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) =>
        part.kind === 'compare' && part.op === 'ne'
          ? { kind: 'and', left: part, right: { kind: 'compare', path: part.path, op: 'pr' } }
          : part,
      ),
  }),
})
