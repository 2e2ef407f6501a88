import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-decimal-rounded',
  title: 'Numbers lose their fraction',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, { type }) =>
        type === 'decimal' ? Math.round(Number(value)) : value,
      ),
  }),
})
