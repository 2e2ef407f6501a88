import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-integer-as-string',
  title: 'Whole numbers come back as strings',
  breaks: ['RFC7643-2.3-02', 'RFC7644-3.4-02'],
  because: 'Incident family P4',
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, { type }) =>
        type === 'integer' ? String(value) : value,
      ),
  }),
})
