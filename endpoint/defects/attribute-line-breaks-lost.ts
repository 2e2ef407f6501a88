import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-line-breaks-lost',
  title: 'Line breaks become blanks',
  breaks: ['RFC7643-4.1.2-17', 'RFC7643-4.1.2-18', 'RFC7644-3.4-02'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value) =>
        typeof value === 'string' ? value.replaceAll('\n', ' ') : value,
      ),
  }),
})
