import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-blanks-trimmed',
  title: 'Blanks at the ends of a text are cut off',
  breaks: ['RFC7643-2.3.1-01'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value) => (typeof value === 'string' ? value.trim() : value)),
  }),
})
