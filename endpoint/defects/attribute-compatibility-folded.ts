import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-compatibility-folded',
  title: 'Ligatures, fractions and full-width letters are stored as plain ones',
  breaks: ['RFC7643-2.3.1-01'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value) =>
        typeof value === 'string' ? value.normalize('NFKC') : value,
      ),
  }),
})
