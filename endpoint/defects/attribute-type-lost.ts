import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-type-lost',
  title: 'The type of a value is not stored',
  breaks: ['RFC7644-3.4-02'],
  because: 'Incident family P5',
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, _, path) =>
        path.endsWith('.type') && !path.startsWith('members') ? undefined : value,
      ),
  }),
})
