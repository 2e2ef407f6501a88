import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-backslashes-unescaped',
  title: 'A backslash and the letter behind it are taken for an escape',
  breaks: ['RFC7643-2.3.1-01'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value) =>
        typeof value === 'string' ? value.replace(/\\(.)/g, '$1') : value,
      ),
  }),
})
