import { findAttribute } from '#scim/resource'
import { variant } from '../deviation.ts'
import { rebuildFilter } from '../rebuild-filter.ts'

export default variant({
  id: 'filter-converts-operands',
  title: 'An operand of another type is converted: active eq "true"',
  because: 'AMB-076',
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      rebuildFilter(plain.parseFilter(text, model), (part) => {
        if (part.kind !== 'compare' || part.op === 'pr') return part
        const found = findAttribute(model, part.path)
        const isBoolean = (found?.sub ?? found?.attribute)?.type === 'boolean'
        const isWord = typeof part.value === 'string' && /^(true|false)$/i.test(part.value)
        return isBoolean && isWord ? { ...part, value: String(part.value).toLowerCase() === 'true' } : part
      }),
  }),
})
