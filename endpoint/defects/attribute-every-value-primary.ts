import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-every-value-primary',
  title: 'Every value of an attribute comes back as primary',
  breaks: ['RFC7643-2.4-04', 'RFC7644-3.4-02'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path.endsWith('.primary') ? true : value,
      ),
  }),
})
