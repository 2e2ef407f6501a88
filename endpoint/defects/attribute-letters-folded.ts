import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-letters-folded',
  title: 'Letters lose their accents',
  breaks: ['RFC7643-2.3.1-01', 'RFC7644-3.4-02'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value) =>
        typeof value === 'string' ? value.normalize('NFD').replace(/\p{M}/gu, '') : value,
      ),
  }),
})
