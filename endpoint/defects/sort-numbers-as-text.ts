import { findAttribute, valuesAt } from '#scim/resource'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sort-numbers-as-text',
  title: 'Numbers are sorted as texts',
  breaks: ['RFC7644-3.4.2.3-10'],
  kernel: (plain) => ({
    sort: (resources, model, path, order) => {
      const found = findAttribute(model, path)
      if (found?.attribute.type !== 'integer') return plain.sort(resources, model, path, order)
      const text = (one: (typeof resources)[number]) => String(valuesAt(one, model, path)[0])
      const sorted = resources.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))
      return order === 'ascending' ? sorted : sorted.toReversed()
    },
  }),
})
