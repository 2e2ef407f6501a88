import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-boolean-as-string',
  title: 'Booleans of extensions come back as strings',
  breaks: ['RFC7643-2.3-02', 'RFC7643-7-36', 'RFC7644-3.4-02'],
  because: 'Incident family A6',
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path === 'vetted' || path === 'desk.quiet' ? String(value) : value,
      ),
  }),
})
