import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-dropped-in-extension',
  title: 'Two attributes of an extension are taken and not stored',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  because: 'Incident family W11',
  kernel: () => ({
    keep: (resource, model) =>
      rewriteValues(resource, model, (value, _, path) =>
        ['costCenter', 'division'].includes(path) ? undefined : value,
      ),
  }),
})
