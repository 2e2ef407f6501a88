import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-type-rewritten',
  title: 'The type home is stored as other',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, _, path) =>
        path.endsWith('.type') && value === 'home' ? 'other' : value,
      ),
  }),
})
