import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-address-in-lower-case',
  title: 'Addresses of pages and pictures are stored in lower case',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, { type }) =>
        type === 'reference' ? String(value).toLowerCase() : value,
      ),
  }),
})
