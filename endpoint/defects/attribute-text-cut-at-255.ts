import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-text-cut-at-255',
  title: 'Texts are cut after 255 characters',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02', 'RFC7643-4.1.2-28'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value) => (typeof value === 'string' ? value.slice(0, 255) : value)),
  }),
})
