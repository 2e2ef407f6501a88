import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-binary-encoded-twice',
  title: 'Bytes are encoded once more before they are stored',
  breaks: ['RFC7643-7-36', 'RFC7643-4.1.2-28'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, { type }) => (type === 'binary' ? btoa(String(value)) : value)),
  }),
})
